package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.scenario.client.RequestKind;
import org.junit.jupiter.api.Test;

/** What a client sends when its scenario has ended is not held against the next one. */
class LateRequestTest extends Playings {
  @Test
  void aScenarioThatHasEndedLendsItsPathToNobody() {
    AtomicReference<UploadOrder> ended = new AtomicReference<>();
    play(
        Scripts.upload(),
        (order, control) -> {
          ended.set(order);
          new SmallClient(300).play(order, control);
        });

    Recording next =
        play(
            Scripts.upload(),
            (order, control) -> {
              try (RawLine line = new RawLine(order)) {
                line.packet(ended.get(), "PING", "", new byte[0]);
              }
              new SmallClient(300).play(order, control);
            });

    assertThat(kinds(next))
        .containsExactly(
            RequestKind.CREATE_SESSION, RequestKind.FRAGMENT, RequestKind.CLOSE_SESSION);
  }
}
