package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Exchanges;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final Exchange ONE = Exchanges.answer(200);

  private static String transcript(int exchanges) {
    return String.join(
        "\n",
        Transcript.of(
            Collections.nCopies(exchanges, ONE), List.of(), Secrets.in(List.of(ONE), Set.of())));
  }

  private static long shown(int exchanges) {
    String text = transcript(exchanges);
    return text.lines().filter(line -> line.contains("connection 1")).count();
  }

  @Test
  void aFewExchangesAreAllShown() {
    assertThat(shown(30)).isEqualTo(30);
  }

  @Test
  void ofVeryManyThoseInTheMiddleAreLeftOut() {
    assertThat(shown(31)).isEqualTo(20);
    assertThat(transcript(500)).containsOnlyOnce("… 480 more exchanges …");
  }
}
