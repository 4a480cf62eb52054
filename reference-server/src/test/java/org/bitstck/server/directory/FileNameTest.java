package org.bitstck.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a.b", ".hidden", "a b", "\u00fc", "console", "nul1", "com", "a..b", "%2e"})
  void usable(String name) {
    assertThat(FileName.isUsable(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.",
        "a ",
        "a/b",
        "a\\b",
        "a\u0000",
        "a\n",
        "c:",
        "a:b",
        "a*",
        "CON",
        "nul.txt",
        "Com1",
        "lpt9.a.b",
        ".bits-sessions",
        ".BITS-Sessions",
        ".bits-replies"
      })
  void notUsable(String name) {
    assertThat(FileName.isUsable(name)).isFalse();
  }

  @Test
  void lengthIsCountedInBytes() {
    assertThat(FileName.isUsable("x".repeat(255))).isTrue();
    assertThat(FileName.isUsable("x".repeat(256))).isFalse();
    assertThat(FileName.isUsable("\u00fc".repeat(128))).isFalse();
  }
}
