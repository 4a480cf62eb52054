package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.RECEIVED_CONTENT_RANGE;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;
import static org.bitstck.server.protocol.BitsHeader.SUPPORTED_PROTOCOLS;

import io.netty.handler.codec.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.bitstck.server.Policies;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.directory.SizeLimits;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.SessionEvents;

/** Mistakes with sizes and other limits. */
final class LimitDefects {
  /** Has the code of a full disk, too. */
  private static final int TIME_OUT = 408;

  private LimitDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-FRAGMENT-026/per-fragment",
            "The largest size of a file is compared with the size of each fragment.",
            limits(
                (limits, range) ->
                    range.length() <= limits.entity()
                        ? new SizeLimits(SizeLimits.NONE, limits.fragment(), limits.quota())
                        : limits)),
        Defect.of(
            "BITS-SRV-FRAGMENT-026/at-the-limit",
            "A file of just the largest size is refused.",
            limits(
                (limits, range) ->
                    limits.entity() == SizeLimits.NONE
                        ? limits
                        : new SizeLimits(limits.entity() - 1, limits.fragment(), limits.quota()))),
        Defect.of(
            "BITS-SRV-FRAGMENT-026/other-code",
            "A file that is too large is refused as an invalid argument.",
            limited(
                HResult.TOO_LARGE,
                (seen, ack) ->
                    ack.status() == 413
                        ? ack
                        : Change.refused(500, HResult.INVALID_ARGUMENT, seen.session()))),
        Defect.of(
            "BITS-SRV-ERR-012/longer-taken",
            "Header values of more than 4096 bytes are taken.",
            Change.request(LimitDefects::shorten)),
        Defect.of(
            "BITS-SRV-ERR-012/4095",
            "Header values of 4096 bytes are refused.",
            Change.answered(
                seen -> longest(seen.head()) == Limits.HEADER_VALUE,
                (seen, peer) ->
                    Change.refused(
                        400, HResult.INVALID_ARGUMENT, seen.isOfSession() ? seen.session() : ""))),
        Defect.of(
            "BITS-SRV-ERR-012/closes",
            "At a header value of more than 4096 bytes the connection is closed.",
            OnTheWire.closed(seen -> longest(seen.head()) > Limits.HEADER_VALUE)),
        Defect.of(
            "BITS-SRV-ERR-016/taken-for-zero",
            "A packet without Content-Length is taken as if it had no body.",
            OnTheWire.request(
                head -> {
                  if (head.method().name().equals("BITS_POST")
                      && !head.headers().contains("Content-Length")
                      && !head.headers().contains("Transfer-Encoding")) {
                    head.headers().set("Content-Length", "0");
                  }
                })),
        Defect.of(
            "BITS-SRV-ERR-016/no-answer",
            "A packet without Content-Length gets no answer; the connection is closed.",
            OnTheWire.closed(
                seen ->
                    seen.head().decoderResult().isSuccess()
                        && seen.head().method().name().equals("BITS_POST")
                        && !seen.has("Content-Length")
                        && !seen.has("Transfer-Encoding"))),
        Defect.of(
            "BITS-SRV-ERR-019/taken",
            "The largest size of a fragment is not looked at.",
            limits(
                (limits, range) ->
                    new SizeLimits(limits.entity(), SizeLimits.NONE, limits.quota()))),
        Defect.of(
            "BITS-SRV-ERR-019/other-code",
            "A fragment that is too large is refused as an invalid argument.",
            limited(
                HResult.TOO_LARGE,
                (seen, ack) ->
                    ack.status() == 413
                        ? Change.refused(400, HResult.INVALID_ARGUMENT, seen.session())
                        : ack)),
        Defect.of(
            "BITS-SRV-ERR-020/success",
            "A fragment for which there is no room is acknowledged, but not stored.",
            limited(
                HResult.DISK_FULL,
                (seen, ack) -> {
                  ContentRange range = seen.range();
                  return range == null
                      ? ack
                      : Ack.of(200)
                          .with(SESSION_ID, seen.session())
                          .with(RECEIVED_CONTENT_RANGE, Long.toString(range.last() + 1));
                })),
        Defect.of(
            "BITS-SRV-ERR-020/ends-the-session",
            "A fragment for which there is no room ends its session.",
            Change.step(
                PacketType.FRAGMENT,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      try {
                        return step.receive(packet, destination, user);
                      } catch (Refusal refusal) {
                        if (refusal.hresult() == HResult.DISK_FULL
                            || refusal.hresult() == HResult.DISK_FULL_AS_PRINTED) {
                          sessions.end(
                              sessions.find(packet.sessionId()), SessionEvents.Event.CANCELLED);
                        }
                        throw refusal;
                      }
                    })),
        Defect.of(
            "BITS-SRV-ERR-020/other-code",
            "That the disk is full is reported as a failure that nobody knows.",
            limited(
                HResult.DISK_FULL,
                (seen, ack) -> Change.refused(500, HResult.FAILED, seen.session()))));
  }

  private interface LimitChange {
    SizeLimits of(SizeLimits limits, ContentRange range);
  }

  /** The limits that hold for a fragment. */
  private static Consumer<Policies> limits(LimitChange change) {
    return Change.step(
        PacketType.FRAGMENT,
        (step, sessions) ->
            (packet, destination, user) ->
                step.receive(
                    packet,
                    limited(
                        destination, change.of(destination.directory().limits(), packet.range())),
                    user));
  }

  private static Destination limited(Destination destination, SizeLimits limits) {
    Directory directory = destination.directory().limited(limits);
    return new Destination(directory, destination.url(), destination.file(), destination.folder());
  }

  /** The refusal for one reason; a full disk has two codes. */
  private static Consumer<Policies> limited(HResult reason, BiFunction<Seen, Ack, Ack> change) {
    String second =
        (reason == HResult.DISK_FULL ? HResult.DISK_FULL_AS_PRINTED : reason).toString();
    return Change.refusal(
        (seen, ack) ->
            ack.status() != TIME_OUT
                    && (ack.headers().containsValue(reason.toString())
                        || ack.headers().containsValue(second))
                ? change.apply(seen, ack)
                : ack);
  }

  private static int longest(HttpRequest head) {
    return head.headers().entries().stream()
        .mapToInt(header -> header.getValue().length())
        .max()
        .orElse(0);
  }

  private static void shorten(HttpRequest head) {
    for (Map.Entry<String, String> header : head.headers().entries()) {
      if (header.getValue().length() > Limits.HEADER_VALUE) {
        boolean list = header.getKey().equalsIgnoreCase(SUPPORTED_PROTOCOLS);
        head.headers()
            .set(header.getKey(), list ? header.getValue().replaceAll(" +", " ") : "long");
      }
    }
  }
}
