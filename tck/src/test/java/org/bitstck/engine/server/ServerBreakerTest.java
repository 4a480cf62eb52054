package org.bitstck.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.exchange.Exchanges.answer;
import static org.bitstck.exchange.Exchanges.ended;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.engine.Breaker;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.StepRecord;
import org.junit.jupiter.api.Test;

class ServerBreakerTest {
  private final AtomicInteger asked = new AtomicInteger();
  private boolean alive;
  private final Breaker breaker =
      new Breaker(
          () -> {
            asked.incrementAndGet();
            return alive;
          });

  private void watch(int times, Exchange... exchanges) {
    for (int i = 0; i < times; i++) {
      ServerPerformer.watch(
          breaker,
          new Played(
              null,
              List.of(new StepRecord(null, List.of(exchanges), null, null, null)),
              null,
              Map.of(),
              false,
              Duration.ZERO));
    }
  }

  @Test
  void fourSilentScenariosInARowEndTheRunIfTheServerIsGone() {
    watch(3, ended(Ending.TIMED_OUT));
    assertThat(breaker.gone()).isEmpty();
    watch(1, ended(Ending.NO_CONNECTION));
    assertThat(breaker.gone())
        .hasValueSatisfying(why -> assertThat(why).contains("stopped answering", "no connection"));
    assertThat(asked).hasValue(1);
  }

  @Test
  void aServerThatStillAnswersIsTestedOn() {
    alive = true;
    watch(4, ended(Ending.TIMED_OUT));
    assertThat(breaker.gone()).isEmpty();
    watch(3, ended(Ending.TIMED_OUT));
    assertThat(asked).hasValue(1);
  }

  @Test
  void anyAnswerAndWhatTheKitCutItselfCounts() {
    watch(3, ended(Ending.TIMED_OUT));
    watch(1, ended(Ending.TIMED_OUT), answer(500));
    watch(3, ended(Ending.TIMED_OUT));
    watch(1, ended(Ending.CUT));
    watch(3, ended(Ending.CLOSED));
    watch(1);
    assertThat(asked).hasValue(0);
  }
}
