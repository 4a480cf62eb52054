package org.bitstck.server.observe;

import java.util.List;

/** A JSON object in one line. */
public final class JsonLine {
  private JsonLine() {}

  /**
   * Writes an object.
   *
   * @param fields names and values by turns; a value is a text, a list of texts, or null, which
   *     leaves the field out
   */
  public static String of(Object... fields) {
    StringBuilder line = new StringBuilder("{");
    for (int i = 0; i + 1 < fields.length; i += 2) {
      if (fields[i + 1] == null) {
        continue;
      }
      line.append(line.length() > 1 ? "," : "");
      Log.quote(line, fields[i].toString());
      line.append(':');
      value(line, fields[i + 1]);
    }
    return line.append('}').toString();
  }

  private static void value(StringBuilder line, Object value) {
    if (!(value instanceof List<?> list)) {
      Log.quote(line, value.toString());
      return;
    }
    line.append('[');
    for (int i = 0; i < list.size(); i++) {
      line.append(i > 0 ? "," : "");
      Log.quote(line, list.get(i).toString());
    }
    line.append(']');
  }
}
