package org.bitstck.judge.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.exchange.Ending;
import org.bitstck.scenario.WireFault;
import org.junit.jupiter.api.Test;

/** A kit that answers too late for the scenario's limit says so of itself. */
class LateRecordingTest {
  private static RecordingBuilder created(long millis) {
    return RecordingBuilder.file(300).answerTimeout(1000).create().at(0, millis);
  }

  @Test
  void anAnswerWithinHalfOfTheLimitIsInTime() {
    assertThat(created(500).untold().isLate()).isFalse();
    assertThat(created(502).untold().isLate()).isTrue();
  }

  @Test
  void withoutALimitAnAnswerThatIsWaitedForIsNotLate() {
    assertThat(RecordingBuilder.file(300).create().at(0, 5000).untold().isLate()).isFalse();
  }

  @Test
  void anImpatientClientThatWentOnMayHaveBeenRight() {
    assertThat(wentOnAfter(1100).overlapping().untold().isLate()).isTrue();
    assertThat(wentOnAfter(1100).untold().isLate()).isFalse();
    assertThat(wentOnAfter(900).overlapping().untold().isLate()).isFalse();
  }

  private static RecordingBuilder wentOnAfter(long millis) {
    return RecordingBuilder.file(300).create().at(0, millis).ping();
  }

  @Test
  void aClientThatGaveUpAnAnswerThatWasDueMayHaveBeenRight() {
    assertThat(created(1000).noAnswer(Ending.CLOSED).at(0, 1000).untold().isLate()).isTrue();
  }

  @Test
  void whatTheScenarioWithholdsIsNotLate() {
    assertThat(created(1000).wire(WireFault.Kind.SILENCE).untold().isLate()).isFalse();
    assertThat(created(1000).wire(WireFault.Kind.DELAY, 600).untold().isLate()).isFalse();
    assertThat(created(1200).wire(WireFault.Kind.DELAY, 600).untold().isLate()).isTrue();
  }
}
