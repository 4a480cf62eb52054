package org.bitstck.server.observe;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The log: one line per event, as {@code key=value} text or as a JSON object, to standard error.
 * Values that come from clients are quoted, so that nobody can forge a line.
 */
public final class Log {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:{}\\[\\]-]+");

  private static volatile boolean json;
  private static volatile boolean warningsOnly;
  private static volatile PrintStream out = System.err;

  private Log() {}

  /** Writes JSON objects from now on, or text. */
  public static void format(boolean asJson) {
    json = asJson;
  }

  /** Leaves out what went well from now on. */
  public static void warningsOnly() {
    warningsOnly = true;
  }

  /** Sends the log somewhere else. */
  public static void to(PrintStream stream) {
    out = stream;
  }

  /**
   * Something worth knowing happened.
   *
   * @param event what, in a few words that do not change
   * @param fields names and values by turns; a null value is left out
   */
  public static void info(String event, Object... fields) {
    if (!warningsOnly) {
      write("info", event, fields);
    }
  }

  /** Something went wrong that the operator should look at. */
  public static void warn(String event, Object... fields) {
    write("warn", event, fields);
  }

  /** A bug of this server. */
  public static void error(String event, Throwable failure) {
    write("error", event, "failure", failure);
    failure.printStackTrace(out);
  }

  private static void write(String level, String event, Object... fields) {
    String time = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    StringBuilder line = new StringBuilder(160);
    if (json) {
      line.append("{\"time\":\"").append(time).append("\",\"level\":\"").append(level);
      line.append("\",\"event\":");
      quote(line, event);
    } else {
      line.append(time).append(' ').append(level).append(' ').append(event);
    }
    for (int i = 0; i + 1 < fields.length; i += 2) {
      if (fields[i + 1] != null) {
        field(line, fields[i].toString(), fields[i + 1]);
      }
    }
    out.println(json ? line.append('}') : line);
  }

  private static void field(StringBuilder line, String name, Object value) {
    if (json) {
      line.append(",\"").append(name).append("\":");
    } else {
      line.append(' ').append(name).append('=');
    }
    String text = value.toString();
    if (value instanceof Number || (!json && PLAIN.matcher(text).matches())) {
      line.append(text);
    } else {
      quote(line, text);
    }
  }

  static void quote(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\').append(c);
      } else if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
        line.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        line.append(c);
      }
    }
    line.append('"');
  }
}
