package org.bitstck.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitstck.server.http.ByteRanges.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangesTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-99, 0, 99",
    "bytes=100-, 100, 299",
    "bytes=-10, 290, 299",
    "bytes=-1000, 0, 299",
    "bytes=0-999999, 0, 299",
    "BYTES=299-299, 299, 299",
  })
  void one(String value, long first, long last) {
    assertThat(ByteRanges.parse(value, 300)).containsExactly(new Part(first, last));
  }

  @Test
  void severalKeepTheOrderOfTheRequest() {
    assertThat(ByteRanges.parse("bytes=100-109, 0-9,999-", 300))
        .isEqualTo(List.of(new Part(100, 109), new Part(0, 9)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=300-", "bytes=999999-", "bytes=-0"})
  void unsatisfiable(String value) {
    assertThat(ByteRanges.parse(value, 300)).isEmpty();
  }

  @Test
  void nothingIsInAnEmptyFile() {
    assertThat(ByteRanges.parse("bytes=0-", 0)).isEmpty();
    assertThat(ByteRanges.parse("bytes=-5", 0)).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=9-1",
        "bytes=a-b",
        "lines=0-9",
        "bytes=1"
      })
  void ignored(String value) {
    assertThat(ByteRanges.parse(value, 300)).isNull();
  }
}
