package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Exchanges;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Exchange ONE = Exchanges.answer(200);

  private static long shown(int exchanges) {
    String text = Texts.transcript(Collections.nCopies(exchanges, ONE));
    return text.lines().filter(line -> line.contains("connection 1")).count();
  }

  @Test
  void aFewExchangesAreAllShown() {
    assertThat(shown(30)).isEqualTo(30);
  }

  @Test
  void ofVeryManyThoseInTheMiddleAreLeftOut() {
    assertThat(shown(31)).isEqualTo(20);
    assertThat(Texts.transcript(Collections.nCopies(500, ONE)))
        .containsOnlyOnce("… 480 more exchanges …");
  }
}
