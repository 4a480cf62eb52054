package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.contentRange;
import static org.bitstck.client.defect.Traffic.offset;

import java.util.List;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;

/** BITS-Received-Content-Range says where the data goes on. */
final class OffsetDefects {
  private OffsetDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-FRAGMENT-010/goes-on-from-its-own-offset",
            "At 416 it sends the refused fragment again instead of what the Ack asks for.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    resync(request, ack) ? offset(ack, contentRange(request)[0]) : ack)),
        defect(
            "BITS-CLI-FRAGMENT-010/gives-up",
            "A 416 is an error like any other 4xx.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    resync(request, ack) ? Traffic.without(ack, BitsHeader.PACKET_TYPE) : ack)),
        defect(
            "BITS-CLI-FRAGMENT-010/never-forward",
            "At 416 it goes back to where the Ack says, but never forward.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    resync(request, ack) && offset(ack) > contentRange(request)[0]
                        ? offset(ack, contentRange(request)[0])
                        : ack)),
        defect(
            "BITS-CLI-FRAGMENT-010/new-session",
            "At 416 it opens a new session and sends the file from its start.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) -> resync(request, ack) ? Traffic.asLost(ack) : ack)),
        defect(
                "BITS-CLI-FRAGMENT-011/leaves-a-hole",
                "Behind a 200 it goes on at the end of its fragment although less was taken.",
                Seam.read(
                    PacketType.FRAGMENT,
                    (request, ack) ->
                        ack.status() == 200
                                && offset(ack) >= 0
                                && offset(ack) <= contentRange(request)[1]
                            ? offset(ack, contentRange(request)[1] + 1)
                            : ack))
            .follows(
                "the next fragment does not start where the Ack asks for", "BITS-CLI-FRAGMENT-002"),
        defect(
                "BITS-CLI-FRAGMENT-011/sends-what-is-there",
                "Behind a 200 it goes on at the end of its fragment although the server has more.",
                Seam.read(
                    PacketType.FRAGMENT,
                    (request, ack) ->
                        ack.status() == 200
                                && offset(ack) > contentRange(request)[1] + 1
                                && offset(ack) < contentRange(request)[2]
                            ? offset(ack, contentRange(request)[1] + 1)
                            : ack))
            .follows(
                "the next fragment does not start where the Ack asks for", "BITS-CLI-FRAGMENT-002"),
        defect(
            "BITS-CLI-FRAGMENT-012/repeats-the-fragment",
            "When a 416 acknowledges the whole file it sends its fragment once more.",
            Seam.exchanges((http, options) -> new OnceMore(http))),
        defect(
            "BITS-CLI-FRAGMENT-012/stops",
            "A 416 that acknowledges the whole file is an error; the session is not closed.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) -> {
                  if (allThere(request, ack)) {
                    throw ExchangeFailure.invalid("416 for the last fragment");
                  }
                  return ack;
                })),
        defect(
            "BITS-CLI-FRAGMENT-013/takes-it-for-the-end",
            "An offset behind the end of the file is the end of the file.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    offset(ack) > contentRange(request)[2]
                        ? offset(ack, contentRange(request)[2])
                        : ack)),
        defect(
            "BITS-CLI-FRAGMENT-013/modulo-4-gib",
            "Of an offset it takes the lower 32 bits.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    offset(ack) >= 0 ? offset(ack, offset(ack) & 0xFFFF_FFFFL) : ack)),
        defect(
            "BITS-CLI-FRAGMENT-014/own-end",
            "An Ack without a readable offset acknowledges all that was sent.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    acknowledges(ack) && offset(ack) < 0
                        ? offset(ack, contentRange(request)[1] + 1)
                        : ack)),
        defect(
            "BITS-CLI-FRAGMENT-014/reads-a-range",
            "An offset may also be the range that the server has.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) -> {
                  String text = ack.header(BitsHeader.RECEIVED_CONTENT_RANGE);
                  return text != null && text.matches("bytes \\d+-\\d+/\\d+")
                      ? offset(ack, Long.parseLong(text.split("[-/]")[1]) + 1)
                      : ack;
                })));
  }

  private static boolean acknowledges(Answer ack) {
    return ack.status() == 200 || ack.status() == 416;
  }

  /** A 416 that asks for a part of the file. */
  private static boolean resync(Request request, Answer ack) {
    return ack.status() == 416 && offset(ack) >= 0 && offset(ack) < contentRange(request)[2];
  }

  /** A 416 that asks for nothing more. */
  private static boolean allThere(Request request, Answer ack) {
    return ack.status() == 416 && offset(ack) == contentRange(request)[2];
  }

  /** Does not believe that all is there. */
  private static final class OnceMore extends ExchangesFilter {
    OnceMore(Exchanges next) {
      super(next);
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      Answer answer = super.exchange(request, progress, receiver);
      if (Traffic.is(request, PacketType.FRAGMENT) && allThere(request, answer)) {
        super.exchange(request, progress, receiver);
      }
      return answer;
    }
  }
}
