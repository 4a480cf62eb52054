package org.bitstck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AckReadingTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0x80070057,         0x80070057
          0X80070057,         0x80070057
          x80070057,          0x80070057
          80070057,           0x80070057
          ' 0x8020001f ',     0x8020001F
          0x5,                0x5
          5,                  0x5
          0x00000000,         0x0
          -2147024809,        0x80070057
          2147942487,         0x80070057
          0x0000000080070057, 0x80070057
          0xFFFFFFFF80070057, 0x80070057
          """)
  void numbersInAnyForm(String text, String value) {
    assertThat(AckReading.error(ack("BITS-Error: " + text))).hasValue(Long.decode(value));
    assertThat(AckReading.context(ack("BITS-Error-Context: " + text))).hasValue(Long.decode(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x", "E_INVALIDARG", "0xG", "0x80070057 (bad)", "1.5"})
  void whatIsNoNumberIsNone(String text) {
    assertThat(AckReading.error(ack("BITS-Error: " + text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BITS-Error", "bits-error", "BITS-Error-Code", "BITS-ERROR-CODE", "X-BITS-Error",
        "BITS-ErrorCode", "BITS_Error_Code", "BITS-Err", "BITS-Error-Value", "BITS-HResult-Error"
      })
  void errorUnderManyNames(String name) {
    boolean known = !name.equals("BITS-HResult-Error");
    OptionalLong error = AckReading.error(ack(name + ": 0x80070005"));
    assertThat(error.isPresent()).isEqualTo(known);
  }

  @Test
  void theRightNameGoesBeforeOneThatResemblesIt() {
    assertThat(AckReading.error(ack("BITS-ErrorCode: 0x1", "BITS-Error-Code: 0x2"))).hasValue(2);
    assertThat(AckReading.misnamedError(ack("BITS-Error: 0x1", "X-BITS-Error: 0x2")))
        .hasValue(new Header("X-BITS-Error", "0x2"));
    assertThat(AckReading.misnamedError(ack("BITS-Error-Code: 0x1"))).isEmpty();
    assertThat(AckReading.misnamedError(ack("BITS-Error-Context: 0x5"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          100,                  100
          0,                    0
          ' 100 ',              100
          0-99,                 100
          bytes 0-99,           100
          bytes 0-99/300,       100
          Bytes 0-99/*,         100
          bytes=0-99,           100
          9223372036854775806,  9223372036854775806
          """)
  void offsetsAsNumberOrRange(String text, long next) {
    assertThat(AckReading.receivedRange(ack("BITS-Received-Content-Range: " + text)))
        .hasValue(next);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "all", "0x64", "100/300", "bytes */300", "99999999999999999999"})
  void whatIsNoOffsetIsNone(String text) {
    assertThat(AckReading.receivedRange(ack("BITS-Received-Content-Range: " + text))).isEmpty();
  }

  @Test
  void anEmptySessionIdIsNone() {
    assertThat(AckReading.sessionId(ack("BITS-Session-Id:  "))).isEmpty();
    assertThat(AckReading.sessionId(ack("bits-session-id: {1}"))).hasValue("{1}");
  }

  private static Response ack(String... headers) {
    return Exchanges.response(200, "", headers);
  }
}
