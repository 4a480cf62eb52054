package org.bitstck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadPlanTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 1, 1, --sessions",
    "1001, 1, 1, 1, 1, 1, --sessions",
    "1, 0, 1, 1, 1, 1, --uploads",
    "1, 1, 0, 1, 1, 1, --rate",
    "1, 1, 1000000, 1, 1, 1, --rate",
    "1, 1, 1, 0, 1, 1, --for",
    "1, 1, 1, 100000, 1, 1, --for",
    "1, 1, 1, 1, 0, 1, --size",
    "1, 1, 1, 1, 1, 0, --fragment",
    "1, 1, 1, 1, 1001, 1, more than 1000 fragments",
    "1000, 1, 1, 1, 1099511627776, 1099511627776, do not fit into the memory",
  })
  void whatCannotBeIsSaid(
      int sessions, int uploads, double rate, long seconds, long size, long fragment, String why) {
    assertThatThrownBy(
            () ->
                new LoadPlan(sessions, uploads, rate, Duration.ofSeconds(seconds), size, fragment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void noMoreBeginThanWereAskedFor() {
    Pace pace = new Pace(new LoadPlan(1, 3, 100_000, Duration.ofHours(1), 1, 1));

    assertThat(new int[] {pace.next(), pace.next(), pace.next(), pace.next(), pace.next()})
        .containsExactly(0, 1, 2, -1, -1);
  }

  @Test
  void noneBeginsBehindTheEnd() {
    // the second one would be due in a day
    Pace pace = new Pace(new LoadPlan(1, 3, 1 / 86_400.0, Duration.ofHours(1), 1, 1));

    assertThat(pace.next()).isZero();
    assertThat(pace.next()).isEqualTo(-1);
    pace.end();
    assertThat(pace.next()).isEqualTo(-1);
  }

  @Test
  void theSameIdAtTheSameTimeIsDouble() {
    GivenSessions given = new GivenSessions();

    assertThat(given.isDouble("a", 0, 10)).isFalse();
    assertThat(given.isDouble("b", 5, 15)).isFalse();
    assertThat(given.isDouble("a", 10, 20)).isFalse();
    assertThat(given.isDouble("a", 15, 25)).isTrue();
    assertThat(given.isDouble("b", 0, 6)).isTrue();
  }
}
