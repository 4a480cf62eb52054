package org.bitstck.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes 0-0/1, 0, 0, 1",
    "Bytes 0-99/300, 0, 99, 300",
    "BYTES  5-9/10, 5, 9, 10",
    "bytes 4294967306-4294967315/5000000000, 4294967306, 4294967315, 5000000000",
    "bytes 0-9223372036854775806/9223372036854775807, 0, 9223372036854775806, 9223372036854775807",
  })
  void legal(String value, long first, long last, long total) throws Refusal {
    assertThat(ContentRange.parse(value)).isEqualTo(new ContentRange(first, last, total));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "0-99/300",
        "bytes 0/300",
        "bytes 0-99",
        "bytes a-b/c",
        "bytes -5-9/300",
        "bytes 0-+9/300",
        "bytes 0-99/*",
        "bytes */300",
        "bytes=0-99/300",
        "lines 0-99/300",
        "bytes 0 - 99/300",
        "bytes 0-99/300 ",
        "bytes 0-99/300, bytes 0-9/300",
        "bytes 0-99/99999999999999999999",
        "bytes 0-99999999999999999999/300",
        "bytes 9223372036854775808-9223372036854775809/9223372036854775810",
        "bytes 99-0/300",
        "bytes 0-300/300",
        "bytes 0-399/300",
        "bytes 0--1/0",
        "bytes 0-0/0",
        "bytes \u0661-\u0662/\u0663",
      })
  void illegal(String value) {
    assertThatThrownBy(() -> ContentRange.parse(value))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.hresult()).isEqualTo(HResult.INVALID_ARGUMENT);
              assertThat(refusal.context()).isEqualTo(ErrorContext.SERVER);
            });
  }
}
