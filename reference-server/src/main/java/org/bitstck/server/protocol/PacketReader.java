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
  /** Makes something of a header's value, which is null if there is none. */
  public interface ValueReader<T> {
    T read(String value) throws Refusal;
  }

  /**
   * How the values of headers are read.
   *
   * @param types BITS-Packet-Type
   * @param protocols BITS-Supported-Protocols; gives the protocol of the new session
   * @param ranges Content-Range
   */
  public record Rules(
      ValueReader<PacketType> types,
      ValueReader<String> protocols,
      ValueReader<ContentRange> ranges) {
    /** What the protocol asks for. */
    public static final Rules STANDARD =
        new Rules(PacketType::read, ProtocolList::choose, ContentRange::parse);

    public Rules types(ValueReader<PacketType> other) {
      return new Rules(other, protocols, ranges);
    }

    public Rules protocols(ValueReader<String> other) {
      return new Rules(types, other, ranges);
    }

    public Rules ranges(ValueReader<ContentRange> other) {
      return new Rules(types, protocols, other);
    }
  }

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private static final List<String> SINGLE =
      List.of(
          BitsHeader.PACKET_TYPE,
          BitsHeader.SESSION_ID,
          HttpHeaderNames.CONTENT_RANGE.toString(),
          HttpHeaderNames.CONTENT_LENGTH.toString(),
          HttpHeaderNames.HOST.toString());

  private final Rules rules;

  public PacketReader(Rules rules) {
    this.rules = rules;
  }

  /**
   * Reads a packet.
   *
   * @throws Refusal 400 for every broken rule of the syntax; nothing else is checked here
   */
  public Packet read(HttpRequest head, Peer peer) throws Refusal {
    HttpHeaders headers = head.headers();
    checkMessage(head);
    PacketType type = rules.types().read(headers.get(BitsHeader.PACKET_TYPE));
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
      range = rules.ranges().read(headers.get(HttpHeaderNames.CONTENT_RANGE));
      if (length.isPresent() && length.getAsLong() != range.length()) {
        throw Refusal.syntax("Content-Range and Content-Length differ");
      }
    } else if (type == PacketType.CREATE_SESSION) {
      List<String> offers = headers.getAll(BitsHeader.SUPPORTED_PROTOCOLS);
      protocol = rules.protocols().read(offers.isEmpty() ? null : String.join(",", offers));
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
