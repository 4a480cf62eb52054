package org.bitstck.server.defect;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;
import org.bitstck.server.protocol.BitsHeader;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;

/**
 * A request as it came, right or wrong.
 *
 * @param head null if nothing readable came
 */
record Seen(HttpRequest head) {
  /** The value of a header; empty if there is none. */
  String header(String name) {
    return head == null ? "" : head.headers().get(name, "");
  }

  boolean has(String name) {
    return head != null && head.headers().contains(name);
  }

  boolean is(PacketType... types) {
    Optional<PacketType> type = PacketType.of(header(BitsHeader.PACKET_TYPE));
    for (PacketType one : types) {
      if (type.isPresent() && type.get() == one) {
        return true;
      }
    }
    return false;
  }

  /** Whether the packet is one of an open session. */
  boolean isOfSession() {
    return is(PacketType.FRAGMENT, PacketType.CLOSE_SESSION, PacketType.CANCEL_SESSION);
  }

  String session() {
    return header(BitsHeader.SESSION_ID);
  }

  /** Without the query. */
  String path() {
    return head == null ? "" : head.uri().replaceFirst("\\?.*", "");
  }

  /** Null if the header is missing or wrong. */
  ContentRange range() {
    try {
      return ContentRange.parse(has("Content-Range") ? header("Content-Range") : null);
    } catch (Refusal wrong) {
      return null;
    }
  }
}
