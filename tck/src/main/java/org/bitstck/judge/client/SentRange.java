package org.bitstck.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.play.client.Recorded;
import org.bitstck.scenario.client.RequestKind;

/**
 * The Content-Range of a FRAGMENT, as tolerantly read as possible: whether its form is right is one
 * question, what it means another.
 *
 * @param first zero-based offset
 * @param last inclusive
 * @param total length of the file; -1 where none is named
 */
record SentRange(long first, long last, long total) {
  private static final Pattern READABLE =
      Pattern.compile("(?i)(?:bytes)?[ =]*(\\d{1,18}) *- *(\\d{1,18}) *(?:/ *(\\d{1,18}|\\*))?");

  /** Empty if it is no FRAGMENT, or if nothing can be made of it. */
  static Optional<SentRange> of(Recorded request) {
    if (request.kind() != RequestKind.FRAGMENT) {
      return Optional.empty();
    }
    List<String> values = request.exchange().request().headers().all(Bits.CONTENT_RANGE);
    if (values.size() != 1) {
      return Optional.empty();
    }
    Matcher matcher = READABLE.matcher(values.get(0).strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String total = matcher.group(3);
    return Optional.of(
        new SentRange(
            Long.parseLong(matcher.group(1)),
            Long.parseLong(matcher.group(2)),
            total == null || total.equals("*") ? -1 : Long.parseLong(total)));
  }

  long length() {
    return last - first + 1;
  }
}
