package org.bitstck.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "300, 300",
    "300 b, 300",
    "40 bytes, 40",
    "1 byte, 1",
    "300 KiB, 307200",
    "2MiB, 2097152",
    "5 gib, 5368709120",
    "1 TiB, 1099511627776",
    "9223372036854775807, 9223372036854775807"
  })
  void sizes(String text, long bytes) {
    assertThat(Quantity.bytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KiB",
        "300 KB",
        "-1",
        "1.5 MiB",
        "0x10",
        "9223372036854775808",
        "9999999 TiB"
      })
  void noSizes(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantity.bytes(text))
        .withMessageContaining("'" + text + "'");
  }

  @ParameterizedTest
  @CsvSource({"200 ms, 200", "5s, 5000", "2 min, 120000", "2 m, 120000", "1 h, 3600000"})
  void durations(String text, long millis) {
    assertThat(Quantity.duration(text)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "5 sec", "-1 s", "a while", "99999999999999999 h"})
  void noDurations(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Quantity.duration(text));
  }
}
