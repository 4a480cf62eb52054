package org.bitstck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommandLineWordsTest {
  @Test
  void blanksAndQuotes() {
    assertThat(CommandLineWords.of("  a  'b c' \"d 'e\" f\"g\"h '' "))
        .containsExactly("a", "b c", "d 'e", "fgh", "");
    assertThat(CommandLineWords.of("")).isEmpty();
    assertThatThrownBy(() -> CommandLineWords.of("a 'b")).isInstanceOf(UserError.class);
  }
}
