package org.bitstck.play.tap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.play.Limits;

/** Reads request line and headers, order and duplicates kept; tolerant of blanks and bare LF. */
final class HeadReader {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("(\\S+) +(.*\\S) +(HTTP/\\d+\\.\\d+)");
  private static final byte[] NOTHING = new byte[0];

  private final WireReader in;
  private final Limits limits;
  private final long deadline;
  private byte[] raw = new byte[512];
  private int length;

  HeadReader(WireReader in, Limits limits) {
    this.in = in;
    this.limits = limits;
    this.deadline = System.nanoTime() + limits.answer().toNanos();
  }

  /** The request without its body. */
  Request read() throws RequestProblem {
    String line = line(true);
    Matcher parts = REQUEST_LINE.matcher(line);
    if (!parts.matches()) {
      throw garbage(line);
    }
    List<Header> headers = new ArrayList<>();
    for (String next = line(false); !next.isEmpty(); next = line(false)) {
      add(headers, next);
    }
    return new Request(
        parts.group(1), parts.group(2), parts.group(3), new Headers(headers), NOTHING, null);
  }

  /** What came so far of a request that has no right head. */
  Request asFarAsItCame() {
    return new Request("", "", "", new Headers(List.of()), NOTHING, Arrays.copyOf(raw, length));
  }

  private static void add(List<Header> headers, String line) {
    boolean folded = (line.startsWith(" ") || line.startsWith("\t")) && !headers.isEmpty();
    if (folded) {
      Header last = headers.remove(headers.size() - 1);
      headers.add(new Header(last.name(), last.value() + " " + line.strip()));
      return;
    }
    int colon = line.indexOf(':');
    headers.add(
        colon < 0
            ? new Header(line.strip(), "")
            : new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
  }

  private String line(boolean first) throws RequestProblem {
    int start = length;
    while (true) {
      int next = in.next(deadline);
      if (length == raw.length) {
        raw = Arrays.copyOf(raw, 2 * length);
      }
      raw[length++] = (byte) next;
      if (length > limits.headBytes()) {
        throw new RequestProblem(
            Ending.TOO_LARGE, 431, "a head of more than " + limits.headBytes() + " bytes");
      }
      if (next == '\n') {
        String text = text(start, length - 1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      if (first && next < ' ' && next != '\r' && next != '\t') {
        throw garbage(text(start, length));
      }
    }
  }

  private String text(int from, int to) {
    return new String(raw, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static RequestProblem garbage(String line) {
    String text = line.replaceAll("[^\\x20-\\x7E]", "?");
    String start = text.length() <= 40 ? text : text.substring(0, 40) + "…";
    return new RequestProblem(Ending.GARBAGE, 400, "no HTTP request: '" + start + "'");
  }
}
