package org.bitstck.server.defect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.function.Consumer;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.OverlapPolicy;
import org.bitstck.server.session.Session;

/** Mistakes with bytes that come twice. */
final class OverlapDefects {
  private enum Kind {
    /** Begins in what is there, and ends behind it. */
    PARTLY_NEW,
    /** Brings nothing new, while the file is not complete. */
    NOTHING_NEW,
    /** Comes when the file is complete, and has its last byte. */
    LAST_AGAIN,
    OTHER
  }

  private OverlapDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-007/appended",
                "Of a fragment that begins in received data all bytes are appended.",
                appended(Kind.PARTLY_NEW))
            .follows(
                "a fragment that broke off comes again with known bytes", "BITS-SRV-FRAGMENT-021"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-007/invalid",
                "A fragment that begins in received data is refused with 400.",
                refused(Kind.PARTLY_NEW, Refusal.syntax("overlap")))
            .follows(
                "a fragment that broke off comes again with known bytes", "BITS-SRV-FRAGMENT-021"),
        Defect.of(
            "BITS-SRV-FRAGMENT-008/overwritten",
            "Bytes that were acknowledged are overwritten by those of a later fragment.",
            Change.body(
                (packet, session, body) ->
                    new ChangedBody(body) {
                      private long position = packet.range().first();

                      @Override
                      public void write(ByteBuffer bytes) {
                        position += store(session, position, bytes.duplicate());
                        super.write(bytes);
                      }
                    })),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-009/counted-twice",
                "A fragment that brings nothing new is appended.",
                appended(Kind.NOTHING_NEW))
            .follows(
                "a fragment that broke off comes again with known bytes", "BITS-SRV-FRAGMENT-021"),
        Defect.of(
            "BITS-SRV-FRAGMENT-009/invalid",
            "A fragment that brings nothing new is refused with 400.",
            refused(Kind.NOTHING_NEW, Refusal.syntax("repetition"))),
        Defect.of(
            "BITS-SRV-FRAGMENT-010/invalid",
            "The last fragment is refused with 400 when it comes again.",
            refused(Kind.LAST_AGAIN, Refusal.syntax("repetition"))),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-010/unknown-session",
                "When the last fragment comes again, its session is unknown.",
                refused(Kind.LAST_AGAIN, Refusal.sessionNotFound()))
            .follows("the Ack is none of a packet out of turn", "BITS-SRV-TYPE-004"));
  }

  private static Kind kind(long first, long last, long total, long wanted) {
    if (wanted == total) {
      return last == total - 1 ? Kind.LAST_AGAIN : Kind.OTHER;
    }
    if (last < wanted) {
      return Kind.NOTHING_NEW;
    }
    return first < wanted ? Kind.PARTLY_NEW : Kind.OTHER;
  }

  private static Consumer<Policies> appended(Kind which) {
    return policies -> {
      OverlapPolicy right = policies.uploads().overlap();
      policies.overlap(
          (range, wanted) ->
              kind(range.first(), range.last(), range.total(), wanted) == which
                  ? 0
                  : right.skip(range, wanted));
    };
  }

  /** In directories whose uploads nobody has to be told of. */
  private static Consumer<Policies> refused(Kind which, Refusal refusal) {
    return Change.step(
        PacketType.FRAGMENT,
        (step, sessions) ->
            (packet, destination, user) -> {
              Session session = sessions.find(packet.sessionId());
              long first = packet.range().first();
              long last = packet.range().last();
              if (session.directory().notification() == null
                  && kind(first, last, packet.range().total(), session.offset()) == which) {
                throw refusal;
              }
              return step.receive(packet, destination, user);
            });
  }

  /** Writes what is in front of the offset; the number of all bytes. */
  private static int store(Session session, long position, ByteBuffer bytes) {
    int length = bytes.remaining();
    long known = Math.min(length, session.offset() - position);
    if (known > 0) {
      bytes.limit(bytes.position() + (int) known);
      try (FileChannel data = session.store().openData(session.id())) {
        data.write(bytes, position);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return length;
  }
}
