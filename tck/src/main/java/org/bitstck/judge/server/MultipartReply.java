package org.bitstck.judge.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.exchange.Response;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.server.FragmentRange;

/** A body of several ranges: RFC 2616 section 19.2, with the limits of the Win32 pages. */
final class MultipartReply {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)multipart/byteranges\\s*;.*boundary=\"?([^\";]+)\"?.*");
  private static final Pattern RANGE = Pattern.compile("(?i)bytes (\\d+)-(\\d+)/.*");
  private static final String BLANK_LINES = "\r\n\r\n";

  private final String preamble;
  private final List<Part> parts;

  /**
   * One part.
   *
   * @param headers its header lines as they came
   * @param body its bytes, as ISO-8859-1
   */
  private record Part(List<String> headers, String body) {
    Optional<String> header(String name) {
      return headers.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  private MultipartReply(String preamble, List<Part> parts) {
    this.preamble = preamble;
    this.parts = parts;
  }

  /** The parts of an answer; empty if it is none of several parts. */
  static Optional<MultipartReply> of(Response response) {
    Matcher type = BOUNDARY.matcher(response.headers().first("Content-Type").orElse(""));
    if (!type.matches()) {
      return Optional.empty();
    }
    String body = new String(response.body(), StandardCharsets.ISO_8859_1);
    String delimiter = "--" + type.group(1);
    int at = body.indexOf(delimiter);
    if (at < 0) {
      return Optional.empty();
    }
    String preamble = body.substring(0, at);
    List<Part> parts = new ArrayList<>();
    while (at >= 0 && !body.startsWith("--", at + delimiter.length())) {
      int next = body.indexOf("\r\n" + delimiter, at);
      int start = at + delimiter.length() + 2;
      int blank = body.indexOf(BLANK_LINES, start - 2);
      if (next < 0 || blank < 0 || blank > next) {
        return Optional.empty();
      }
      parts.add(
          new Part(
              body.substring(Math.min(start, blank), blank).lines().toList(),
              body.substring(blank + BLANK_LINES.length(), Math.max(next, blank + 4))));
      at = next + 2;
    }
    return Optional.of(new MultipartReply(preamble, parts));
  }

  /** What is wrong with order or content of the parts. */
  Optional<String> misorder(List<FragmentRange> wanted, TestFile file) {
    List<String> came = parts.stream().map(part -> range(part).orElse("no range")).toList();
    List<String> ranges = wanted.stream().map(range -> range.first() + "-" + range.last()).toList();
    if (!came.equals(ranges)) {
      return Optional.of("parts " + String.join(", ", came));
    }
    for (int i = 0; i < wanted.size(); i++) {
      byte[] right = file.bytes(wanted.get(i).first(), wanted.get(i).last());
      if (!new String(right, StandardCharsets.ISO_8859_1).equals(parts.get(i).body())) {
        return Optional.of("other bytes in part " + came.get(i));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> range(Part part) {
    return part.header("content-range")
        .map(RANGE::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1) + "-" + matcher.group(2));
  }

  /** What passes the limits on headers and on the bytes before the first boundary. */
  Optional<String> excess(int headerBytes) {
    if (!preamble.isEmpty() && !preamble.equals("\r\n") && !preamble.equals(BLANK_LINES)) {
      return Optional.of(preamble.length() + " bytes before the first boundary");
    }
    for (Part part : parts) {
      if (part.header("content-range").isEmpty() || part.header("content-type").isEmpty()) {
        return Optional.of("a part without Content-Range or Content-Type");
      }
      int others =
          part.headers().stream()
              .filter(line -> !line.toLowerCase(Locale.ROOT).matches("content-(range|type):.*"))
              .mapToInt(line -> line.length() + 2)
              .sum();
      if (others > headerBytes) {
        return Optional.of(others + " bytes of other headers in a part");
      }
    }
    return Optional.empty();
  }
}
