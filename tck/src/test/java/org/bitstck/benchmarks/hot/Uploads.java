package org.bitstck.benchmarks.hot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitstck.benchmarks.Generated;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Exchanges;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.StepRecord;
import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Step;
import org.bitstck.subject.Directory;
import org.bitstck.yaml.Source;

/** An upload in four packets. */
final class Uploads {
  static final int PACKETS = 4;

  private static final String ACK = "BITS-Packet-Type: Ack";
  private static final String LENGTH = "Content-Length: 0";
  private static final String SESSION = "BITS-Session-Id: {5D3C1F0A-77B2-4E0C-9A41-0C6E2D9B8F15}";
  private static final String PROTOCOL = "BITS-Protocol: {7df0354d-249b-430f-820d-3d2a9bef4931}";
  private static final Directory PLAIN = new Directory(Directory.PLAIN, "/", Map.of(), null);

  private Uploads() {}

  /** A file of so many scenarios. */
  static String file(int scenarios) {
    return Generated.file(0, scenarios);
  }

  /** One that was played with a server that is right. */
  static Played played(Catalogue catalogue) {
    String text = file(1);
    ServerScenario scenario =
        (ServerScenario)
            new ScenarioReader(catalogue)
                .read(new Source("uploads.yaml", text), text)
                .scenarios()
                .get(0);
    List<Exchange> answers =
        List.of(
            answer("Create-Session", PROTOCOL, "Accept-Encoding: identity"),
            answer("Fragment", "BITS-Received-Content-Range: 150"),
            answer("Fragment", "BITS-Received-Content-Range: 300"),
            answer("Close-Session"));
    List<StepRecord> records = new ArrayList<>();
    for (int i = 0; i < PACKETS; i++) {
      Step step = scenario.steps().get(i);
      records.add(new StepRecord(step, List.of(answers.get(i)), null, null, PLAIN));
    }
    return new Played(scenario, records, null, Map.of(), false, Duration.ofMillis(1));
  }

  private static Exchange answer(String packet, String... more) {
    List<String> headers = new ArrayList<>(List.of(ACK, SESSION, LENGTH));
    headers.addAll(List.of(more));
    return Exchanges.answerTo(
        Exchanges.packet(packet, SESSION, LENGTH), 200, headers.toArray(String[]::new));
  }
}
