package org.bitstck.play.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8 that have an end. */
public final class Lines {
  /** A line with all words of the contract is a tenth of it. */
  private static final int LONGEST = 64 * 1024;

  private final InputStream in;

  public Lines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * The next line without its end; null behind the last one.
   *
   * @throws IOException also if the line does not end
   */
  public String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return text(line);
      }
      line.write(b);
      if (line.size() > LONGEST) {
        throw new IOException(
            "a line of more than " + LONGEST + " bytes, which begins " + shown(text(line)));
      }
    }
    return line.size() == 0 ? null : text(line);
  }

  private static String text(ByteArrayOutputStream line) {
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** A line as a message may show it. */
  public static String shown(String line) {
    String printable = line.replaceAll("\\p{Cntrl}", "?");
    return "'" + (printable.length() > 100 ? printable.substring(0, 100) + "…" : printable) + "'";
  }
}
