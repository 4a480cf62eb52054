package org.bitstck.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.server.protocol.ContentRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlapPolicyTest {
  /**
   * Columns: first and last byte of the fragment, next byte wanted, skipped bytes by either policy;
   * total is 300.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 99, 0, 0, 0",
    "100, 199, 100, 0, 0",
    "150, 199, 100, -1, -1",
    "100, 199, 0, -1, -1",
    "50, 149, 100, 50, -1",
    "0, 99, 100, 100, -1",
    "0, 49, 100, 50, -1",
    "200, 299, 300, 100, 100",
    "0, 299, 300, 300, 300",
  })
  void skippedBytes(long first, long last, long wanted, long storingTail, long exact) {
    ContentRange range = new ContentRange(first, last, 300);
    assertThat(OverlapPolicy.storeTail().skip(range, wanted)).isEqualTo(storingTail);
    assertThat(OverlapPolicy.exact().skip(range, wanted)).isEqualTo(exact);
  }
}
