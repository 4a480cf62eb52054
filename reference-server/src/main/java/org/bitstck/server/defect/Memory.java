package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.RECEIVED_CONTENT_RANGE;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.PacketType;

/** What was said to clients about their sessions, for mistakes that need to know. */
final class Memory {
  /**
   * @param path of the URL that opened the session
   * @param offset last one acknowledged
   * @param total -1 if none was named yet
   */
  record Known(String id, String path, long offset, long total, boolean closed, boolean cancelled) {
    boolean isOver() {
      return closed || cancelled;
    }
  }

  private final Map<String, Known> sessions = new ConcurrentHashMap<>();

  private Memory() {}

  /** Remembers from now on. Later changes of these policies stand around it. */
  static Memory of(Policies policies) {
    Memory memory = new Memory();
    Change.ack(memory::remember).accept(policies);
    return memory;
  }

  private Ack remember(Seen seen, Ack ack) {
    if (ack.status() != 200) {
      return ack;
    }
    if (seen.is(PacketType.CREATE_SESSION)) {
      String id = ack.headers().get(SESSION_ID);
      sessions.put(key(id), new Known(id, seen.path(), 0, -1, false, false));
    }
    sessions.computeIfPresent(key(seen.session()), (key, known) -> after(known, seen, ack));
    return ack;
  }

  private static Known after(Known known, Seen seen, Ack ack) {
    ContentRange range = seen.range();
    String offset = ack.headers().get(RECEIVED_CONTENT_RANGE);
    return new Known(
        known.id(),
        known.path(),
        offset == null ? known.offset() : Long.parseLong(offset),
        range == null ? known.total() : range.total(),
        known.closed() || seen.is(PacketType.CLOSE_SESSION),
        known.cancelled() || seen.is(PacketType.CANCEL_SESSION));
  }

  private static String key(String id) {
    return id.toUpperCase(Locale.ROOT);
  }

  /** The session that a request names, open or over; empty if there never was one. */
  Optional<Known> of(Seen seen) {
    return Optional.ofNullable(sessions.get(key(seen.session())));
  }

  /** An open session for the URL of a request. */
  Optional<Known> forUrlOf(Seen seen) {
    return sessions.values().stream()
        .filter(known -> !known.isOver() && known.path().equals(seen.path()))
        .findFirst();
  }
}
