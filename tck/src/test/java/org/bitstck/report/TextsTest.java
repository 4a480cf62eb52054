package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {
  private static final String TEXT = "the bytes after the gap never arrived";

  @Test
  void longLinesAreCutBetweenWordsAndHang() {
    assertThat(Texts.wrapped("  came:  ", "         ", TEXT, 30))
        .isEqualTo("  came:  the bytes after the\n         gap never arrived\n");
  }

  @Test
  void aLineMayFillTheWidth() {
    assertThat(Texts.wrapped("", "", TEXT, TEXT.length())).isEqualTo(TEXT + "\n");
    assertThat(Texts.wrapped("", " ", TEXT, TEXT.length() - 1))
        .isEqualTo("the bytes after the gap never\n arrived\n");
  }

  @Test
  void whereNobodyLooksLinesStayWhole() {
    assertThat(Texts.wrapped("- ", "  ", TEXT, 0)).isEqualTo("- " + TEXT + "\n");
    assertThat(Texts.wrapped("- ", "  ", "one\ntwo", 0)).isEqualTo("- one\n  two\n");
  }

  @Test
  void aWordIsNeverCut() {
    assertThat(Texts.wrapped("  ", "  ", "http://127.0.0.1:8080/uploads/ is gone", 12))
        .isEqualTo("  http://127.0.0.1:8080/uploads/\n  is gone\n");
    assertThat(Texts.wrapped("", "", "", 10)).isEqualTo("\n");
  }

  @Test
  void aCatchwordBecomesASentence() {
    assertThat(Texts.sentence("server skips it")).isEqualTo("Server skips it.");
    assertThat(Texts.sentence("A sentence.")).isEqualTo("A sentence.");
    assertThat(Texts.sentence("")).isEmpty();
  }
}
