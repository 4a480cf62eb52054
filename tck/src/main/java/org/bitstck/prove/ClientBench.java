package org.bitstck.prove;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.client.ClientRun;
import org.bitstck.engine.client.ScriptedStage;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.ScriptedServer;
import org.bitstck.play.client.driver.JsonLinesDriver;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.play.process.Scratch;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.subject.ClientFile;

/** The reference client, one process for all defects of a profile: each order names one. */
public final class ClientBench implements Bench {
  private static final Duration HELLO = Duration.ofSeconds(30);
  private static final String DEFECT = "defect";

  private final SuiteSettings settings;
  private final List<Scenario> scenarios;
  private final Map<Profile, ClientFile> files;
  private final ScriptedServer server;
  private final Path folder;
  private final Map<Profile, JsonLinesDriver> drivers = new EnumMap<>(Profile.class);

  /**
   * @param files how the driver is started, by profile
   */
  public ClientBench(SuiteSettings settings, Map<Profile, ClientFile> files) throws IOException {
    this.settings = settings;
    this.scenarios = settings.scenarios(Role.CLIENT);
    this.files = Map.copyOf(files);
    this.server = ScriptedServer.direct(settings.limits());
    this.folder = Scratch.inMemory("bits-tck-uploads-");
  }

  @Override
  public Peer peer() {
    return Peer.CLIENT;
  }

  @Override
  public RunResult play(Profile profile, Defect defect) throws Unplayable {
    try {
      JsonLinesDriver driver = driver(profile);
      ClientDriver wrong = driver.with(defect == null ? Map.of() : Map.of(DEFECT, defect.id()));
      try (ScriptedStage stage = ScriptedStage.at(server, folder, settings.limits(), wrong)) {
        return new ClientRun(
                settings.library(),
                scenarios,
                wrong,
                "one process for all uploads",
                settings.options(profile),
                settings.library().clientRules(),
                stage)
            .run(List.of());
      }
    } catch (StartFailed | SubjectUnreachable | IOException e) {
      throw new Unplayable(e.getMessage());
    }
  }

  private synchronized JsonLinesDriver driver(Profile profile) throws StartFailed {
    JsonLinesDriver driver = drivers.get(profile);
    if (driver == null) {
      driver = JsonLinesDriver.start(files.get(profile), HELLO);
      drivers.put(profile, driver);
    }
    return driver;
  }

  @Override
  public void close() {
    synchronized (this) {
      drivers.values().forEach(JsonLinesDriver::close);
    }
    server.close();
    Scratch.delete(folder);
  }
}
