package org.bitstck.server.protocol;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the head of a BITS_POST and checks all that can be checked without looking at the disk. */
public final class PacketReader {
  /** Turns a Content-Range value, null if there is none, into a range. */
  public interface RangeReader {
    ContentRange read(String value) throws Refusal;
  }

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final List<String> SINGLE =
      List.of(
          BitsHeader.PACKET_TYPE,
          BitsHeader.SESSION_ID,
          HttpHeaderNames.CONTENT_RANGE.toString(),
          HttpHeaderNames.CONTENT_LENGTH.toString(),
          HttpHeaderNames.HOST.toString());

  private final RangeReader ranges;

  public PacketReader(RangeReader ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads a packet.
   *
   * @throws Refusal 400 for every broken rule of the syntax; nothing else is checked here
   */
  public Packet read(HttpRequest head, Peer peer) throws Refusal {
    HttpHeaders headers = head.headers();
    checkMessage(head);
    String typeText = headers.get(BitsHeader.PACKET_TYPE);
    if (typeText == null) {
      throw Refusal.syntax("no packet type");
    }
    PacketType type =
        PacketType.of(typeText).orElseThrow(() -> Refusal.syntax("not a request packet"));
    RequestTarget target = RequestTarget.parse(head.uri());
    OptionalLong length = contentLength(headers);
    if (type != PacketType.FRAGMENT && length.orElse(0) > 0) {
      throw Refusal.syntax("a body where none is allowed");
    }
    String idText = headers.get(BitsHeader.SESSION_ID);
    SessionId id = null;
    if (type.needsSession()) {
      if (idText == null) {
        throw Refusal.syntax("no session id");
      }
      id = SessionId.parse(idText).orElseThrow(() -> Refusal.syntax("session id is no GUID"));
    }
    ContentRange range = null;
    String protocol = null;
    if (type == PacketType.FRAGMENT) {
      range = ranges.read(headers.get(HttpHeaderNames.CONTENT_RANGE));
      if (length.isPresent() && length.getAsLong() != range.length()) {
        throw Refusal.syntax("Content-Range and Content-Length differ");
      }
    } else if (type == PacketType.CREATE_SESSION) {
      List<String> offers = headers.getAll(BitsHeader.SUPPORTED_PROTOCOLS);
      protocol = ProtocolList.choose(offers.isEmpty() ? null : String.join(",", offers));
    }
    return new Packet(type, target, id, idText, range, protocol, length, headers, peer);
  }

  private static void checkMessage(HttpRequest head) throws Refusal {
    if (head.decoderResult().isFailure()) {
      throw Refusal.syntax("not HTTP: " + head.decoderResult().cause().getMessage());
    }
    if (head.protocolVersion().compareTo(HttpVersion.HTTP_1_1) < 0
        || head.protocolVersion().majorVersion() != 1) {
      throw Refusal.syntax("not HTTP/1.1");
    }
    for (Map.Entry<String, String> header : head.headers()) {
      if (header.getValue().length() > Limits.HEADER_VALUE) {
        throw Refusal.syntax("header value above " + Limits.HEADER_VALUE + " bytes");
      }
    }
    if (!head.headers().contains(HttpHeaderNames.HOST)) {
      throw Refusal.syntax("no Host");
    }
    for (String name : SINGLE) {
      if (head.headers().getAll(name).size() > 1) {
        throw Refusal.syntax(name + " more than once");
      }
    }
  }

  /**
   * The announced length in bytes; empty if there is none, or if the body is chunked, so that its
   * length is not known in advance.
   */
  private static OptionalLong contentLength(HttpHeaders headers) throws Refusal {
    String value = headers.get(HttpHeaderNames.CONTENT_LENGTH);
    if (value == null || headers.contains(HttpHeaderNames.TRANSFER_ENCODING)) {
      return OptionalLong.empty();
    }
    if (!DIGITS.matcher(value).matches()) {
      throw Refusal.syntax("Content-Length is no number");
    }
    try {
      return OptionalLong.of(Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw Refusal.syntax("Content-Length beyond 64 bits");
    }
  }
}
