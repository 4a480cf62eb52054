package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bitstck.exchange.Ending;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole playings: the tap, WireMock, the model, and a client. */
class ClientPlayerTest {
  static ScriptedServer server;
  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    server = ScriptedServer.open(Limits.DEFAULT);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private Recording play(ClientScenario scenario, ScriptClient.Part client) {
    Recording recording =
        new ClientPlayer(server, new ScriptClient(client), folder, Limits.DEFAULT, "test")
            .play(scenario, Patience.ALONE);
    assertThat(server.failure()).isNull();
    return recording;
  }

  private static List<RequestKind> kinds(Recording recording) {
    return recording.requests().stream().map(Recorded::kind).toList();
  }

  @Test
  void anUploadWithoutDeviationIsPublished() {
    Recording played = play(Scripts.upload(), new SmallClient(100));

    assertThat(played.stop()).isNull();
    assertThat(played.last().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(kinds(played))
        .containsExactly(
            RequestKind.CREATE_SESSION,
            RequestKind.FRAGMENT,
            RequestKind.FRAGMENT,
            RequestKind.FRAGMENT,
            RequestKind.CLOSE_SESSION);
    assertThat(played.published()).isEqualTo(played.file().bytes(0, 299));
    assertThat(played.requests())
        .allSatisfy(
            request -> {
              assertThat(request.whole()).isTrue();
              assertThat(request.overlapping()).isFalse();
              assertThat(request.deviation()).isNull();
              assertThat(request.host()).isEqualTo(Trigger.Host.ORIGINAL);
              assertThat(request.exchange().ending()).isEqualTo(Ending.ANSWERED);
              assertThat(request.exchange().connection()).isEqualTo(1);
              assertThat(request.exchange().timing().firstByte())
                  .isBetween(
                      request.exchange().timing().sent(), request.exchange().timing().done());
            });
    assertThat(new String(played.requests().get(1).exchange().response().head()))
        .matches(
            "HTTP/1.1 200 OK\r\n"
                + "BITS-Packet-Type: Ack\r\n"
                + "BITS-Session-Id: \\{[0-9A-F-]{36}}\r\n"
                + "BITS-Received-Content-Range: 100\r\n"
                + "Content-Length: 0\r\n\r\n");
  }

  @Test
  void a416SendsTheClientWhereItSays() {
    ClientScenario scenario =
        Scripts.upload(Scripts.ack(Scripts.nth(RequestKind.FRAGMENT, 2), Scripts.edit(416, 0)));

    Recording played = play(scenario, new SmallClient(100));

    assertThat(played.last().outcome()).isEqualTo(Outcome.SUCCESS);
    Recorded refused = played.requests().get(2);
    assertThat(refused.deviation()).isSameAs(scenario.script().get(0));
    assertThat(refused.exchange().response().status()).isEqualTo(416);
    assertThat(refused.exchange().response().headers().first("BITS-Received-Content-Range"))
        .contains("0");
    assertThat(played.requests().get(3).exchange().request().headers().first("Content-Range"))
        .contains("bytes 0-99/300");
    assertThat(played.published()).isEqualTo(played.file().bytes(0, 299));
  }
}
