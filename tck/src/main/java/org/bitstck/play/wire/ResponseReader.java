package org.bitstck.play.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Response;
import org.bitstck.exchange.Response.Framing;
import org.bitstck.play.Limits;

/**
 * Reads an HTTP/1.x answer (RFC 2616 section 6) as tolerantly as it can be understood, and notes
 * what is wrong with its form.
 */
final class ResponseReader {
  private static final Pattern STATUS_LINE =
      Pattern.compile("(HTTP/\\d+\\.\\d+) +(\\d{3})(?: (.*))?");

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final WireInput in;
  private final Limits limits;
  private final Quiet quiet;
  private final boolean packet;
  private final ByteArrayOutputStream head = new ByteArrayOutputStream(512);
  private final List<String> faults = new ArrayList<>();

  /**
   * @param packet true for the answer to a packet
   */
  ResponseReader(WireInput in, Limits limits, Quiet quiet, boolean packet) {
    this.in = in;
    this.limits = limits;
    this.quiet = quiet;
    this.packet = packet;
  }

  /**
   * Reads one answer, interim or final.
   *
   * @param bodyPossible false for the answer to HEAD
   * @throws AnswerProblem if no whole answer came
   */
  Response read(boolean bodyPossible) throws AnswerProblem {
    String statusLine = line();
    while (statusLine.isEmpty()) {
      fault("an empty line stands before the status line");
      statusLine = line();
    }
    Matcher status = STATUS_LINE.matcher(statusLine);
    if (!status.matches()) {
      throw new AnswerProblem(Ending.GARBAGE, "'" + shortened(statusLine) + "'");
    }
    in.allow(limits.answer());
    Headers headers = headers();
    int code = Integer.parseInt(status.group(2));
    boolean hasBody = bodyPossible && code >= 200 && code != 204 && code != 304;
    Framing framing = hasBody ? framing(headers) : Framing.NONE;
    byte[] rawHead = head.toByteArray();
    byte[] body = body(framing, headers);
    String reason = status.group(3) == null ? "" : status.group(3).strip();
    return new Response(status.group(1), code, reason, headers, body, framing, rawHead, faults);
  }

  private String line() throws AnswerProblem {
    ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    boolean whole = false;
    while (!whole) {
      int last = in.readLine(line);
      if (last < 0) {
        String came =
            line.size() > 0
                ? "after '" + text(line) + "'"
                : head.size() > 0 ? "after " + head.size() + " bytes of head" : "";
        throw new AnswerProblem(Ending.CLOSED, came);
      }
      if (head.size() + line.size() > limits.headBytes()) {
        throw new AnswerProblem(
            Ending.TOO_LARGE, "more than " + limits.headBytes() + " bytes of head");
      }
      whole = last == '\n';
    }
    byte[] bytes = line.toByteArray();
    head.writeBytes(bytes);
    String text = new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1);
    if (!text.endsWith("\r")) {
      fault("a line ends in LF without CR: '" + shortened(text) + "'");
      return text;
    }
    return text.substring(0, text.length() - 1);
  }

  private Headers headers() throws AnswerProblem {
    List<Header> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (line.startsWith(" ") || line.startsWith("\t")) {
        continueLast(lines, line);
      } else if (colon <= 0) {
        fault("a header line has no name and colon: '" + shortened(line) + "'");
      } else {
        String name = line.substring(0, colon);
        if (!name.equals(name.strip())) {
          fault("blank before the colon of '" + name.strip() + "'");
        }
        lines.add(new Header(name.strip(), line.substring(colon + 1).strip()));
      }
    }
    return new Headers(lines);
  }

  /** A folded line belongs to the value before it: RFC 2616 section 4.2. */
  private void continueLast(List<Header> lines, String line) {
    if (lines.isEmpty()) {
      fault("the first header line starts with a blank");
      return;
    }
    Header last = lines.remove(lines.size() - 1);
    lines.add(new Header(last.name(), last.value() + " " + line.strip()));
  }

  private Framing framing(Headers headers) {
    String coding = headers.first("Transfer-Encoding").orElse("");
    if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
      return Framing.CHUNKED;
    }
    List<String> lengths = headers.all(Bits.CONTENT_LENGTH);
    if (lengths.isEmpty()) {
      return Framing.UNTIL_CLOSE;
    }
    if (lengths.size() > 1 && lengths.stream().distinct().count() > 1) {
      fault("Content-Length stands twice with different values");
    }
    if (!LENGTH.matcher(lengths.get(0)).matches()) {
      fault("Content-Length is no number: '" + shortened(lengths.get(0)) + "'");
      return Framing.UNTIL_CLOSE;
    }
    return Framing.CONTENT_LENGTH;
  }

  private byte[] body(Framing framing, Headers headers) throws AnswerProblem {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    switch (framing) {
      case NONE -> {}
      case CONTENT_LENGTH ->
          take(body, Long.parseLong(headers.first(Bits.CONTENT_LENGTH).orElseThrow()));
      case CHUNKED -> takeChunks(body);
      case UNTIL_CLOSE -> takeUntilQuiet(body);
    }
    return body.toByteArray();
  }

  private void take(ByteArrayOutputStream body, long count) throws AnswerProblem {
    if (count > limits.bodyBytes() - body.size()) {
      throw new AnswerProblem(
          Ending.TOO_LARGE, "more than " + limits.bodyBytes() + " bytes of body");
    }
    for (long taken = 0; taken < count; ) {
      int more = in.read(body, count - taken);
      if (more < 0) {
        throw new AnswerProblem(
            Ending.CLOSED, "after " + taken + " of " + count + " announced body bytes");
      }
      taken += more;
    }
  }

  private void takeUntilQuiet(ByteArrayOutputStream body) throws AnswerProblem {
    Duration wait = quiet.beforeBody(packet);
    while (in.await(wait)) {
      if (in.isOver()) {
        throw new AnswerProblem(Ending.TIMED_OUT, "a body without a length does not end");
      }
      take(body, 1);
      wait = quiet.withinBody();
    }
    if (packet) {
      quiet.came(body.size());
    }
  }

  private void takeChunks(ByteArrayOutputStream body) throws AnswerProblem {
    while (true) {
      String size = line().split(";", 2)[0].strip();
      long count;
      try {
        count = Long.parseLong(size, 16);
      } catch (NumberFormatException e) {
        throw new AnswerProblem(Ending.GARBAGE, "chunk size '" + shortened(size) + "'");
      }
      if (count < 0) {
        throw new AnswerProblem(Ending.GARBAGE, "chunk size '" + shortened(size) + "'");
      }
      if (count == 0) {
        break;
      }
      take(body, count);
      line();
    }
    while (!line().isEmpty()) {
      // trailers say nothing that is judged
    }
  }

  private void fault(String fault) {
    if (faults.size() < 5) {
      faults.add(fault);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return shortened(bytes.toString(StandardCharsets.ISO_8859_1));
  }

  /** At most 60 printable characters. */
  private static String shortened(String text) {
    String printable = text.replaceAll("[^\\x20-\\x7E]", "?");
    return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
  }
}
