package org.bitstck.client.command;

import java.io.PrintStream;
import java.util.Locale;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.UploadListener;

/** A line on a terminal that moves: how much has gone, how fast, and how long it will take. */
final class Progress implements UploadListener {
  private static final int WIDTH = 24;
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private final PrintStream out;
  private final String name;
  private long began;
  private long beganAt = -1;
  private long drawn;
  private boolean open;

  Progress(PrintStream out, String name) {
    this.out = out;
    this.name = name;
  }

  @Override
  public void sending(long position, long size) {
    if (size > 0) {
      draw(position, size, "");
    }
  }

  @Override
  public void receiving(long position, long size) {
    draw(position, size, " reply");
  }

  private void draw(long position, long size, String what) {
    long now = System.nanoTime();
    if (beganAt < 0 || position < beganAt) {
      began = now;
      beganAt = position;
    }
    if (now - drawn < REDRAW_NANOS && position < size) {
      return;
    }
    drawn = now;
    double rate = (position - beganAt) / Math.max(1e-3, (now - began) / 1e9);
    int full = (int) (WIDTH * position / Math.max(1, size));
    String bar = "#".repeat(full) + "-".repeat(WIDTH - full);
    String left = rate < 1 ? "--:--" : clock((long) ((size - position) / rate));
    out.printf(
        Locale.ROOT,
        "\r%s%s [%s] %3d%%  %s of %s  %s/s  %s \u001b[K",
        name,
        what,
        bar,
        100 * position / Math.max(1, size),
        bytes(position),
        bytes(size),
        bytes((long) rate),
        left);
    out.flush();
    open = true;
  }

  @Override
  public void restarting() {
    note("the server lost the session; starting over");
  }

  @Override
  public void retrying(Failure why, long millis) {
    note(why.message() + "; trying again in " + millis / 1000.0 + " s");
  }

  private void note(String text) {
    end();
    beganAt = -1;
    out.println("bits-upload: " + text);
  }

  /** Leaves the line. */
  void end() {
    if (open) {
      out.println();
      open = false;
    }
  }

  /** A number of bytes for people. */
  static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < UNITS.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  private static String clock(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
