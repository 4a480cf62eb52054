package org.bitstck.client.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a server wants to see: a scheme and its parameters, names in lower case. Source: RFC 9110
 * 11.6.1.
 */
record Challenge(String scheme, Map<String, String> parameters) {

  /** Reads a WWW-Authenticate or Proxy-Authenticate value, which may hold several challenges. */
  static List<Challenge> parse(String header) {
    List<Challenge> all = new ArrayList<>();
    Challenge current = null;
    int i = 0;
    while (i < header.length()) {
      char c = header.charAt(i);
      if (c == ',' || c == ' ' || c == '\t') {
        i++;
        continue;
      }
      int end = i;
      while (end < header.length() && ", \t=".indexOf(header.charAt(end)) < 0) {
        end++;
      }
      String word = header.substring(i, end).toLowerCase(Locale.ROOT);
      int equals = end;
      while (equals < header.length() && header.charAt(equals) == ' ') {
        equals++;
      }
      boolean parameter = equals < header.length() && header.charAt(equals) == '=';
      if (!parameter || current == null) {
        current = new Challenge(word, new LinkedHashMap<>());
        all.add(current);
        i = Math.max(end, i + 1);
        continue;
      }
      i = equals + 1;
      while (i < header.length() && header.charAt(i) == ' ') {
        i++;
      }
      StringBuilder value = new StringBuilder();
      i = value(header, i, value);
      current.parameters().put(word, value.toString());
    }
    return all;
  }

  private static int value(String header, int from, StringBuilder value) {
    int i = from;
    if (i < header.length() && header.charAt(i) == '"') {
      i++;
      while (i < header.length() && header.charAt(i) != '"') {
        if (header.charAt(i) == '\\' && i + 1 < header.length()) {
          i++;
        }
        value.append(header.charAt(i++));
      }
      return i + 1;
    }
    while (i < header.length() && ", \t".indexOf(header.charAt(i)) < 0) {
      value.append(header.charAt(i++));
    }
    return i;
  }
}
