package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.ERROR;
import static org.bitstck.server.protocol.BitsHeader.ERROR_CODE;
import static org.bitstck.server.protocol.BitsHeader.ERROR_CONTEXT;
import static org.bitstck.server.protocol.BitsHeader.RECEIVED_CONTENT_RANGE;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.OverlapPolicy;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;
import org.bitstck.server.upload.Acks;
import org.bitstck.server.upload.Reception;

/** Mistakes with offsets, and with fragments that leave a gap. */
final class OffsetDefects {
  /** A hole above this would be a mistake in counting. */
  private static final long NEAR = 1 << 20;

  private OffsetDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-001/last-byte",
                "The Ack of a fragment has the offset of the last byte received, not of the next one.",
                underWay((range, ack) -> offset(ack, range.last())))
            .follows(
                "other Acks have the same offset",
                "BITS-SRV-FRAGMENT-007",
                "BITS-SRV-FRAGMENT-009",
                "BITS-SRV-FRAGMENT-021",
                "BITS-SRV-TIMER-003",
                "BITS-SRV-ERR-019"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-001/length",
                "The Ack of a fragment has its length instead of the offset behind it.",
                underWay((range, ack) -> offset(ack, range.length())))
            .follows(
                "other Acks have the same offset",
                "BITS-SRV-FRAGMENT-007",
                "BITS-SRV-FRAGMENT-009",
                "BITS-SRV-FRAGMENT-021",
                "BITS-SRV-TIMER-003"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-002/range",
                "The Ack of a fragment has the offset as a range.",
                underWay(
                    (range, ack) ->
                        ack.with(
                            RECEIVED_CONTENT_RANGE,
                            "bytes 0-" + range.last() + "/" + range.total())))
            .follows("a repetition has to have the offset", "BITS-SRV-FRAGMENT-009"),
        Defect.of(
            "BITS-SRV-FRAGMENT-002/left-out",
            "The Ack of a fragment has no offset unless it is the last one.",
            underWay((range, ack) -> ack.without(RECEIVED_CONTENT_RANGE))),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-003/zero",
                "The Ack of the last fragment has the offset 0.",
                last(ack -> offset(ack, 0)))
            .follows(
                "other Acks of last fragments have the same offset",
                "BITS-SRV-ERR-001",
                "BITS-SRV-FRAGMENT-010",
                "BITS-SRV-FRAGMENT-021",
                "BITS-SRV-TIMER-003"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-003/last-byte",
                "The Ack of the last fragment has the offset of the last byte.",
                Change.success(
                    PacketType.FRAGMENT,
                    (seen, ack) -> {
                      ContentRange range = seen.range();
                      return range != null && range.isLast() ? offset(ack, range.last()) : ack;
                    }))
            .follows(
                "other Acks of last fragments have the same offset",
                "BITS-SRV-ERR-001",
                "BITS-SRV-FRAGMENT-010",
                "BITS-SRV-FRAGMENT-021",
                "BITS-SRV-TIMER-003"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-004/invalid",
                "A first fragment that does not start at 0 is refused with 400.",
                out(offset -> offset == 0, (seen, ack) -> invalid(seen)))
            .follows("only a 416 tells the client that it is out of step", "BITS-SRV-ERR-007"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-004/hole",
                "A first fragment that does not start at 0 is taken.",
                gaps(wanted -> wanted == 0))
            .follows("only a 416 tells the client that it is out of step", "BITS-SRV-ERR-007"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-005/no-offset",
                "A 416 does not say which offset is expected.",
                out(offset -> offset > 0, (seen, ack) -> ack.without(RECEIVED_CONTENT_RANGE)))
            .follows("each 416 has to have the offset", "BITS-SRV-FRAGMENT-002"),
        Defect.of(
            "BITS-SRV-FRAGMENT-005/offset-of-the-refused",
            "A 416 has the offset at which the refused fragment begins.",
            out(
                offset -> offset > 0,
                (seen, ack) -> seen.range() == null ? ack : offset(ack, seen.range().first()))),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-005/invalid",
                "A fragment behind a gap is refused with 400.",
                out(offset -> offset > 0, (seen, ack) -> invalid(seen)))
            .follows("only a 416 tells the client that it is out of step", "BITS-SRV-ERR-007"),
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-005/hole",
                "A fragment behind a gap is taken.",
                gaps(wanted -> wanted > 0))
            .follows("only a 416 tells the client that it is out of step", "BITS-SRV-ERR-007"),
        Defect.of(
            "BITS-SRV-FRAGMENT-006/stored",
            "The bytes of a fragment that is refused with 416 are stored all the same.",
            policies -> {
              gaps(wanted -> true).accept(policies);
              Change.step(
                      PacketType.FRAGMENT,
                      (step, sessions) ->
                          (packet, destination, user) -> {
                            long wanted = sessions.find(packet.sessionId()).offset();
                            Reception taken = step.receive(packet, destination, user);
                            Ack refused =
                                new Acks(Profile.INTEROP)
                                    .refused(packet.sessionIdText(), Refusal.outOfSync(wanted));
                            return packet.range().first() > wanted
                                ? Receptions.map(taken, ack -> refused)
                                : taken;
                          })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-006/ends-the-session",
            "A 416 ends the session.",
            Change.step(
                PacketType.FRAGMENT,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      Session session = sessions.find(packet.sessionId());
                      boolean gap = packet.range().first() > session.offset();
                      try {
                        return step.receive(packet, destination, user);
                      } finally {
                        if (gap) {
                          sessions.end(session, SessionEvents.Event.CANCELLED);
                        }
                      }
                    })),
        Defect.of(
            "BITS-SRV-ERR-007/invalid-argument",
            "A 416 has the error code of an invalid argument, at which clients give up.",
            Change.refusal(
                (seen, ack) ->
                    ack.status() == 416
                        ? ack.with(ERROR, HResult.INVALID_ARGUMENT.toString())
                            .with(ERROR_CODE, HResult.INVALID_ARGUMENT.toString())
                            .with(ERROR_CONTEXT, "0x5")
                        : ack)));
  }

  private static Ack offset(Ack ack, long offset) {
    return ack.with(RECEIVED_CONTENT_RANGE, Long.toString(offset));
  }

  private static Ack invalid(Seen seen) {
    return Change.refused(400, HResult.INVALID_ARGUMENT, seen.session());
  }

  /** The Ack of a fragment that is not the last one. */
  private static Consumer<Policies> underWay(BiFunction<ContentRange, Ack, Ack> change) {
    return Change.success(
        PacketType.FRAGMENT,
        (seen, ack) -> {
          ContentRange range = seen.range();
          return range == null || range.isLast() ? ack : change.apply(range, ack);
        });
  }

  /** The Ack of the last fragment. */
  private static Consumer<Policies> last(UnaryOperator<Ack> change) {
    return Change.success(
        PacketType.FRAGMENT,
        (seen, ack) -> seen.range() != null && seen.range().isLast() ? change.apply(ack) : ack);
  }

  /** The refusal of a fragment behind a gap, as far as the offset wanted fits. */
  private static Consumer<Policies> out(Predicate<Long> wanted, BiFunction<Seen, Ack, Ack> change) {
    return Change.refusal(
        (seen, ack) -> {
          String offset = ack.headers().get(RECEIVED_CONTENT_RANGE);
          return ack.status() == 416 && offset != null && wanted.test(Long.parseLong(offset))
              ? change.apply(seen, ack)
              : ack;
        });
  }

  /** Takes fragments behind a gap as if there were none. */
  private static Consumer<Policies> gaps(Predicate<Long> wanted) {
    return policies -> {
      OverlapPolicy right = policies.uploads().overlap();
      policies.overlap(
          (range, offset) ->
              range.first() > offset && range.first() - offset < NEAR && wanted.test(offset)
                  ? 0
                  : right.skip(range, offset));
    };
  }
}
