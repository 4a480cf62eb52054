package org.bitstck.play.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerDeadlineTest {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private final AnswerDeadline deadline = new AnswerDeadline(LIMIT);

  @Test
  void seven_silences_leave_the_whole_limit() {
    fallSilent(7);
    assertEquals(LIMIT, deadline.now());
  }

  @Test
  void a_server_that_answers_at_once_or_never_is_given_a_second_from_the_eighth_silence() {
    deadline.answered(Duration.ofMillis(2).toNanos());
    fallSilent(8);
    assertEquals(Duration.ofSeconds(1), deadline.now());
  }

  @Test
  void a_slow_server_is_given_many_times_what_it_needed_at_most() {
    deadline.answered(Duration.ofMillis(360).toNanos());
    deadline.answered(Duration.ofMillis(10).toNanos());
    fallSilent(8);
    assertEquals(Duration.ofMillis(1800), deadline.now());
  }

  @Test
  void never_more_than_the_limit() {
    deadline.answered(Duration.ofMillis(1400).toNanos());
    fallSilent(8);
    assertEquals(LIMIT, deadline.now());
  }

  @Test
  void a_limit_below_a_second_stays_as_it_is() {
    AnswerDeadline shorter = new AnswerDeadline(Duration.ofMillis(300));
    for (int i = 0; i < 20; i++) {
      shorter.silent();
    }
    assertEquals(Duration.ofMillis(300), shorter.now());
  }

  private void fallSilent(int times) {
    for (int i = 0; i < times; i++) {
      deadline.silent();
    }
  }
}
