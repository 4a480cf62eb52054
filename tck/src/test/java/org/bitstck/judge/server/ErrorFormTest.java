package org.bitstck.judge.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.exchange.Exchanges;
import org.bitstck.scenario.server.Condition.ErrorFormIs.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          BOTH               | BITS-Error: 0x1; BITS-Error-Context: 0x5        |
          BOTH               | BITS-Error-Code: 0x1; BITS-Error-Context: 0x5   |
          BOTH               | BITS-Error: 0x1                                 | no BITS-Error-Context
          BOTH               | BITS-Error-Context: 0x5                         | no error header
          BOTH               | X: 1                                            | neither header
          NEITHER            | X: 1                                            |
          NEITHER            | BITS-Error: 0x1                                 | error 0x1
          NEITHER            | BITS-Error-Context: 0x5                         | context 0x5
          CONTEXT_WITH_ERROR | X: 1                                            |
          CONTEXT_WITH_ERROR | BITS-Error: 0x1                                 |
          CONTEXT_WITH_ERROR | BITS-Error-Context: 0x5                         | BITS-Error-Context: 0x5 without an error header
          KNOWN_NAME         | X: 1                                            |
          KNOWN_NAME         | BITS-Error: 0x80070057                          |
          KNOWN_NAME         | BITS-Error: 0x80070057; BITS-Error-Code: 80070057 |
          KNOWN_NAME         | BITS-Error: 0x1; BITS-Error-Code: 0x2           | different values: 0x1, 0x2
          KNOWN_NAME         | X-BITS-Error: 0x1                               | X-BITS-Error: 0x1
          HEXADECIMAL        | X: 1                                            |
          HEXADECIMAL        | BITS-Error: 0x80070057; BITS-Error-Context: 0x5 |
          HEXADECIMAL        | BITS-Error: x80070057                           |
          HEXADECIMAL        | BITS-Error: -2147024809                         | '-2147024809'
          HEXADECIMAL        | BITS-Error: 2147942487                          | '2147942487'
          HEXADECIMAL        | BITS-Error: 0x1; BITS-Error-Context: five       | 'five'
          CUSTOMER_BIT       | X: 1                                            |
          CUSTOMER_BIT       | BITS-Error: 0x8020001F                          |
          CUSTOMER_BIT       | BITS-Error: 0x80070057                          |
          CUSTOMER_BIT       | BITS-Error: 0x80004005                          |
          CUSTOMER_BIT       | BITS-Error: 0xA0010001                          |
          CUSTOMER_BIT       | BITS-Error: 0x80010001                          | 0x80010001
          """)
  void rules(Kind kind, String headers, String wrong) {
    var response = Exchanges.response(500, "", headers.split("; "));
    assertThat(ErrorForm.mismatch(kind, response).orElse(null)).isEqualTo(wrong);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithoutErrorHeadersHasAWordOnEach(Kind kind) {
    assertThat(ErrorForm.mismatch(kind, Exchanges.response(500, "")).isPresent())
        .isEqualTo(kind == Kind.BOTH);
  }

  @Test
  void twoHeadersThatAreNoNumbersAreComparedAsTexts() {
    assertThat(
            ErrorForm.mismatch(
                Kind.KNOWN_NAME,
                Exchanges.response(500, "", "BITS-Error: E_FAIL", "BITS-Error-Code: e_fail")))
        .isEmpty();
  }
}
