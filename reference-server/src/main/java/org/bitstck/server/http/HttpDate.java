package org.bitstck.server.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as HTTP writes them (RFC 9110 5.6.7). */
final class HttpDate {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private record Now(long second, String text) {}

  private static volatile Now now = new Now(-1, "");

  private HttpDate() {}

  static String of(Instant time) {
    return FORMAT.format(time);
  }

  /** The current time; formatted once in a second. */
  static String now() {
    long second = System.currentTimeMillis() / 1000;
    Now last = now;
    if (last.second != second) {
      last = new Now(second, of(Instant.ofEpochSecond(second)));
      now = last;
    }
    return last.text;
  }
}
