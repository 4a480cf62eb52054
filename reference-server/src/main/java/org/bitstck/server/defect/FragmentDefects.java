package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.RECEIVED_CONTENT_RANGE;

import java.util.List;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.PacketType;

/** Mistakes with the offsets of fragments. */
final class FragmentDefects {
  private FragmentDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-FRAGMENT-001/last-byte",
            "The Ack of a fragment has the offset of the last byte received, not of the next one.",
            Change.success(
                PacketType.FRAGMENT,
                (seen, ack) -> {
                  ContentRange range = seen.range();
                  return range == null || range.isLast()
                      ? ack
                      : ack.with(RECEIVED_CONTENT_RANGE, Long.toString(range.last()));
                })),
        Defect.of(
            "BITS-SRV-FRAGMENT-005/no-offset",
            "A 416 does not say which offset is expected.",
            Change.refusal(
                (seen, ack) -> ack.status() == 416 ? ack.without(RECEIVED_CONTENT_RANGE) : ack)),
        Defect.of(
            "BITS-SRV-FRAGMENT-005/offset-of-the-refused",
            "A 416 has the offset at which the refused fragment begins.",
            Change.refusal(
                (seen, ack) -> {
                  ContentRange range = seen.range();
                  return ack.status() == 416 && range != null
                      ? ack.with(RECEIVED_CONTENT_RANGE, Long.toString(range.first()))
                      : ack;
                })));
  }
}
