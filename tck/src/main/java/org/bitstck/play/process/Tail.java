package org.bitstck.play.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The end of what a process writes: it is read to its end, however much comes, and little kept. */
public final class Tail {
  private static final int KEPT = 32 * 1024;
  private static final int LONGEST_LINE = 400;

  private final byte[] ring = new byte[KEPT];
  private long total;

  /** Reads until the stream ends; blocks. */
  public void drain(InputStream in) {
    byte[] buffer = new byte[8192];
    try (in) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        add(buffer, read);
      }
    } catch (IOException e) {
      // the process was ended
    }
  }

  private synchronized void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (total++ % KEPT)] = bytes[i];
    }
  }

  /** How many bytes came. */
  public synchronized long total() {
    return total;
  }

  /** The last lines, long ones shortened. */
  public synchronized List<String> lines() {
    int length = (int) Math.min(total, KEPT);
    byte[] end = new byte[length];
    for (int i = 0; i < length; i++) {
      end[i] = ring[(int) ((total - length + i) % KEPT)];
    }
    return new String(end, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
        .toList();
  }

  /** The last line that says something; empty if there is none. */
  public String lastWords() {
    List<String> lines = lines();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (!lines.get(i).isBlank()) {
        return lines.get(i).strip();
      }
    }
    return "";
  }
}
