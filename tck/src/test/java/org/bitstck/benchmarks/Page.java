package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page of figures: what stands between the two marks of a name is written, all else is prose.
 */
final class Page {
  private Page() {}

  /**
   * @param figures Markdown
   * @throws IOException if the page cannot be read or written, or lacks the marks of the name
   */
  static void write(Path page, String name, String figures) throws IOException {
    String text = Files.readString(page);
    String begin = "<!-- " + name + ": written by tck/benchmarks/run -->\n";
    String end = "<!-- end of " + name + " -->";
    int from = text.indexOf(begin);
    int to = text.indexOf(end);
    if (from < 0 || to < from) {
      throw new IOException("the page has no lines '" + begin.strip() + "' and '" + end + "'");
    }
    Files.writeString(
        page,
        text.substring(0, from + begin.length())
            + "\n"
            + figures.strip()
            + "\n\n"
            + text.substring(to));
  }
}
