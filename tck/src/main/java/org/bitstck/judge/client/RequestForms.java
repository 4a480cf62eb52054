package org.bitstck.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Request;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.client.RequestKind;

/** What is right or wrong in any request: MC-BUP 2.2.1. */
final class RequestForms {
  private static final int LONGEST_VALUE = 4096;
  private static final String CONTENT_NAME = "Content-Name";

  /** Methods of requests that could be packets sent in a wrong way. */
  private static final Set<String> UPLOADING = Set.of("POST", "PUT", "PATCH");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?]+)(.*)");
  private static final Pattern RANGES =
      Pattern.compile("(?i)bytes=[ \\t]*(\\d+-\\d*|-\\d+)([ \\t]*,[ \\t]*(\\d+-\\d*|-\\d+))*");

  private RequestForms() {}

  private static boolean isDownload(Recorded request) {
    return request.kind() == RequestKind.GET || request.kind() == RequestKind.HEAD;
  }

  /** A packet, or something that was meant to be one. */
  private static boolean isPacket(Recorded request) {
    Request sent = request.exchange().request();
    return !isDownload(request)
        && (request.kind() != RequestKind.OTHER
            || sent.headers().has(Bits.PACKET_TYPE)
            || Bits.METHOD.equalsIgnoreCase(sent.method())
            || UPLOADING.contains(sent.method()));
  }

  private static Fit noPacket() {
    return Fit.unknown("it is no packet");
  }

  static Fit target(Recording recording, Recorded request) {
    if (!isPacket(request)) {
      return noPacket();
    }
    Request sent = request.exchange().request();
    Matcher absolute = ABSOLUTE.matcher(sent.target());
    boolean right =
        absolute.matches()
            ? absolute.group(2).equals(recording.target())
                && sent.headers()
                    .first("Host")
                    .filter(absolute.group(1)::equalsIgnoreCase)
                    .isPresent()
            : sent.target().equals(recording.target());
    return Tests.unless(
        right, request, "target " + sent.target() + " where " + recording.target() + " was given");
  }

  static Fit method(Recorded request) {
    if (!isPacket(request)) {
      return noPacket();
    }
    String method = request.exchange().request().method();
    return Tests.unless(method.equals(Bits.METHOD), request, "method " + method);
  }

  static Fit version(Recorded request) {
    if (isDownload(request) || Lengths.isNoRequest(request)) {
      return Fit.unknown("a download may use another version");
    }
    String version = request.exchange().request().version();
    return Tests.unless(version.equals("HTTP/1.1"), request, version);
  }

  /** Of a request with another method the method is what is wrong. */
  static Fit knownType(Recorded request) {
    Request sent = request.exchange().request();
    if (!Bits.METHOD.equals(sent.method())) {
      return noPacket();
    }
    List<String> types = sent.headers().all(Bits.PACKET_TYPE);
    boolean right = types.size() == 1 && PacketKind.of(types.get(0)).isPresent();
    return Tests.unless(right, request, Bits.PACKET_TYPE + ": " + Tests.quoted(types));
  }

  static Fit empty(Recorded request) {
    long length = request.bodyBytes();
    return Tests.unless(length == 0, request, "a body of " + length + " bytes");
  }

  static Fit shortValues(Recorded request) {
    Optional<Header> tooLong =
        request.exchange().request().headers().lines().stream()
            .filter(line -> line.value().length() > LONGEST_VALUE)
            .findFirst();
    return tooLong
        .map(line -> Tests.wrong(request, line.name() + " has " + line.value().length() + " bytes"))
        .orElse(Fit.HOLDS);
  }

  static Fit getRange(Recorded request) {
    if (!isDownload(request)) {
      return Fit.unknown("it asks for nothing");
    }
    List<String> values = request.exchange().request().headers().all("Range");
    boolean right =
        values.isEmpty() || (values.size() == 1 && RANGES.matcher(values.get(0)).matches());
    return Tests.unless(right, request, "Range: " + Tests.quoted(values));
  }

  /** The name in CREATE-SESSION, or else in the session's first FRAGMENT that has one. */
  static Fit sameContentName(List<Recorded> requests, int index) {
    Recorded request = requests.get(index);
    List<String> names = request.exchange().request().headers().all(CONTENT_NAME);
    if (names.isEmpty()) {
      return Fit.unknown("it has no " + CONTENT_NAME);
    }
    Optional<String> before = Optional.empty();
    for (Recorded other : requests.subList(0, index)) {
      boolean created = other.kind() == RequestKind.CREATE_SESSION;
      if (created || (before.isEmpty() && other.kind() == RequestKind.FRAGMENT)) {
        before = other.exchange().request().headers().first(CONTENT_NAME);
      }
    }
    boolean right = before.isEmpty() || names.stream().allMatch(before.get()::equals);
    return Tests.unless(
        right,
        request,
        CONTENT_NAME + ": " + Tests.quoted(names) + " behind '" + before.orElse("") + "'");
  }
}
