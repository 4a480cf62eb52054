package org.bitstck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page has a place for the figures of each part, and keeps all else. */
class PageTest {
  private static final Path PAGE = Path.of("..", "docs", "benchmarks.md");

  @TempDir Path folder;

  @Test
  void figuresTakeThePlaceOfThoseBefore() throws Exception {
    Path page = Files.copy(PAGE, folder.resolve("page.md"));
    Page.write(page, Machine.NAME, "the machine");
    for (String part : Main.names()) {
      Page.write(page, part, "old figures of " + part);
    }
    String once = Files.readString(page);

    for (String part : Main.names()) {
      Page.write(page, part, "new figures of " + part + "\n");
    }

    assertThat(once).contains("old figures of suite\n");
    assertThat(Files.readString(page)).isEqualTo(once.replace("old figures", "new figures"));
  }

  @Test
  void figuresWithoutAPlaceAreAnError() throws IOException {
    Path page = Files.copy(PAGE, folder.resolve("page.md"));

    assertThatThrownBy(() -> Page.write(page, "weather", "rain"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("<!-- weather: written by tck/benchmarks/run -->");
  }
}
