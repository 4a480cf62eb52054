package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.scenario.client.RequestKind;
import org.junit.jupiter.api.Test;

/** What a client sends when its scenario has ended is not held against the next one. */
class LateRequestTest extends Playings {
  @Test
  void aScenarioThatHasEndedLendsItsPathToNobody() {
    AtomicReference<UploadOrder> ended = new AtomicReference<>();
    ScriptClient client =
        new ScriptClient(
            (order, control) -> {
              UploadOrder before = ended.getAndSet(order);
              if (before != null) {
                try (RawLine line = new RawLine(order)) {
                  line.packet(before, "PING", "", new byte[0]);
                }
              }
              new SmallClient(300).play(order, control);
            });
    ClientPlayer player = new ClientPlayer(server, client, folder, Limits.DEFAULT, "late");
    player.play(Scripts.upload(), Patience.ALONE);

    Recording next = player.play(Scripts.upload(), Patience.ALONE);

    assertThat(ended.get().url()).contains("/late/2/");
    assertThat(kinds(next))
        .containsExactly(
            RequestKind.CREATE_SESSION, RequestKind.FRAGMENT, RequestKind.CLOSE_SESSION);
  }
}
