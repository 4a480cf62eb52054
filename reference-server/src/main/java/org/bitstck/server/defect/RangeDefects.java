package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import io.netty.handler.codec.http.HttpRequest;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;

/** Mistakes in reading Content-Range. */
final class RangeDefects {
  private static final String HEADER = "Content-Range";
  private static final Pattern NUMBERS = Pattern.compile("\\D*(\\d+)\\D+(\\d+)\\D+(\\d+)\\D*");
  private static final Pattern RIGHT = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
  private static final Pattern NO_TOTAL = Pattern.compile("bytes (\\d+)-(\\d+)/\\*");
  private static final long UNKNOWN_TOTAL = 1L << 40;

  private RangeDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-ERR-008/three-numbers",
            "A Content-Range is any text with three numbers in it.",
            ranges(
                value -> {
                  Matcher matcher = NUMBERS.matcher(String.valueOf(value));
                  return ContentRange.parse(
                      matcher.matches()
                          ? "bytes "
                              + (matcher.group(1) + "-" + matcher.group(2) + "/" + matcher.group(3))
                          : value);
                })),
        Defect.of(
            "BITS-SRV-ERR-008/modulo-2-64",
            "Numbers in a Content-Range are counted modulo 2^64.",
            ranges(
                value -> {
                  Matcher matcher = RIGHT.matcher(String.valueOf(value));
                  return matcher.matches()
                      ? checked(number(matcher, 1), number(matcher, 2), number(matcher, 3))
                      : ContentRange.parse(value);
                })),
        Defect.of(
            "BITS-SRV-ERR-009/turned-round",
            "A Content-Range that ends before it begins is turned round.",
            ranges(
                value -> {
                  Matcher matcher = RIGHT.matcher(String.valueOf(value));
                  return ContentRange.parse(
                      matcher.matches() && number(matcher, 1) > number(matcher, 2)
                          ? matcher.replaceFirst("bytes $2-$1/$3")
                          : value);
                })),
        Defect.of(
            "BITS-SRV-ERR-009/empty",
            "A Content-Range of no bytes is taken.",
            ranges(
                value -> {
                  Matcher matcher = RIGHT.matcher(String.valueOf(value));
                  return matcher.matches() && number(matcher, 1) == number(matcher, 2) + 1
                      ? new ContentRange(number(matcher, 1), number(matcher, 2), number(matcher, 3))
                      : ContentRange.parse(value);
                })),
        Defect.of(
            "BITS-SRV-ERR-010/total-is-a-byte",
            "A Content-Range may end at its total length.",
            ranges(
                value -> {
                  Matcher matcher = RIGHT.matcher(String.valueOf(value));
                  return matcher.matches() && number(matcher, 2) == number(matcher, 3)
                      ? new ContentRange(number(matcher, 1), number(matcher, 2), number(matcher, 3))
                      : ContentRange.parse(value);
                })),
        Defect.of(
            "BITS-SRV-ERR-010/not-compared",
            "The end of a Content-Range is not compared with its total length.",
            ranges(
                value -> {
                  Matcher matcher = RIGHT.matcher(String.valueOf(value));
                  return matcher.matches()
                          && value.length() < 40
                          && number(matcher, 2) >= number(matcher, 3)
                          && number(matcher, 2) >= number(matcher, 1)
                          && number(matcher, 3) > 0
                      ? new ContentRange(number(matcher, 1), number(matcher, 2), number(matcher, 3))
                      : ContentRange.parse(value);
                })),
        Defect.of(
            "BITS-SRV-ERR-011/trusts-the-range",
            "Content-Length is not compared with Content-Range, and all bytes are stored.",
            Change.request(
                head -> {
                  ContentRange range = new Seen(head).range();
                  if (range != null && hasLength(head)) {
                    head.headers().set("Content-Length", Long.toString(range.length()));
                  }
                })),
        Defect.of(
            "BITS-SRV-ERR-011/trusts-the-length",
            "The end of Content-Range is not looked at; Content-Length tells it.",
            Change.request(
                head -> {
                  ContentRange range = new Seen(head).range();
                  if (range != null && hasLength(head)) {
                    long length = Long.parseLong(head.headers().get("Content-Length"));
                    String text = "bytes " + range.first() + "-" + (range.first() + length - 1);
                    head.headers().set(HEADER, text + "/" + range.total());
                  }
                })),
        Defect.of(
            "BITS-SRV-ERR-014/first-total-counts",
            "The total length in all fragments but the first one is not looked at.",
            policies -> {
              Memory memory = Memory.of(policies);
              Change.request(head -> forgetTotal(memory, head)).accept(policies);
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-011/appended",
            "A fragment without Content-Range is appended.",
            policies -> {
              Memory memory = Memory.of(policies);
              Change.request(
                      head -> {
                        Seen seen = new Seen(head);
                        if (seen.is(PacketType.FRAGMENT) && !seen.has(HEADER) && hasLength(head)) {
                          memory.of(seen).ifPresent(known -> append(head, known));
                        }
                      })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-012/star",
            "A Content-Range without a total length is taken.",
            policies -> {
              Memory memory = Memory.of(policies);
              Change.request(
                      head -> {
                        Seen seen = new Seen(head);
                        Matcher matcher = NO_TOTAL.matcher(seen.header(HEADER));
                        if (matcher.matches()) {
                          long total =
                              memory.of(seen).map(Memory.Known::total).orElse(UNKNOWN_TOTAL);
                          head.headers()
                              .set(
                                  HEADER,
                                  matcher.replaceFirst("bytes $1-$2/")
                                      + (total < 0 ? UNKNOWN_TOTAL : total));
                        }
                      })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-013/32-bits",
            "Numbers in a Content-Range are counted in 32 bits.",
            ranges(
                value -> {
                  ContentRange right = ContentRange.parse(value);
                  return checked(
                      right.first() & 0xFFFFFFFFL,
                      right.last() & 0xFFFFFFFFL,
                      right.total() & 0xFFFFFFFFL);
                })),
        Defect.of(
            "BITS-SRV-FRAGMENT-014/small-letters",
            "The unit of Content-Range is known in small letters only.",
            ranges(
                value -> {
                  if (value != null && !value.startsWith("bytes")) {
                    throw Refusal.syntax("unknown unit");
                  }
                  return ContentRange.parse(value);
                })),
        Defect.of(
            "BITS-SRV-FRAGMENT-015/ends-the-session",
            "A fragment whose Content-Range does not parse ends its session.",
            policies -> {
              OpenSessions open = OpenSessions.of(policies);
              Change.refusal(
                      (seen, ack) -> {
                        if (ack.status() == 400 && seen.has(HEADER) && seen.range() == null) {
                          open.end(seen.session());
                        }
                        return ack;
                      })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-015/adopts-the-total",
            "The total length of a fragment that was refused for it is the one wanted from then on.",
            RangeDefects::adoptedTotal),
        Defect.of(
            "BITS-SRV-FRAGMENT-016/one-byte",
            "A fragment of one byte is refused.",
            ranges(
                value -> {
                  ContentRange range = ContentRange.parse(value);
                  if (range.length() == 1) {
                    throw Refusal.syntax("Content-Range ends where it begins");
                  }
                  return range;
                })),
        Defect.of(
            "BITS-SRV-FRAGMENT-027/failure",
            "A Content-Range of an empty file makes the server fail with 500.",
            Change.refusal(
                (seen, ack) ->
                    seen.header(HEADER).matches("bytes (0--1|\\*)/0")
                        ? Change.refused(500, HResult.FAILED, seen.session())
                        : ack)));
  }

  private static Consumer<Policies> ranges(PacketReader.ValueReader<ContentRange> reader) {
    return Change.reading(rules -> rules.ranges(reader));
  }

  private static long number(Matcher matcher, int group) {
    return new BigInteger(matcher.group(group)).longValue();
  }

  private static ContentRange checked(long first, long last, long total) throws Refusal {
    return ContentRange.parse("bytes " + first + "-" + last + "/" + total);
  }

  private static boolean hasLength(HttpRequest head) {
    return head.headers().get("Content-Length", "").matches("[1-9][0-9]{0,17}");
  }

  private static void append(HttpRequest head, Memory.Known known) {
    long length = Long.parseLong(head.headers().get("Content-Length"));
    long last = known.offset() + length - 1;
    head.headers().set(HEADER, "bytes " + known.offset() + "-" + last + "/" + known.total());
  }

  private static void forgetTotal(Memory memory, HttpRequest head) {
    Seen seen = new Seen(head);
    ContentRange range = seen.range();
    memory
        .of(seen)
        .filter(known -> range != null && known.total() > range.last())
        .ifPresent(
            known ->
                head.headers()
                    .set(
                        HEADER,
                        "bytes " + range.first() + "-" + range.last() + "/" + known.total()));
  }

  private static void adoptedTotal(Policies policies) {
    Memory memory = Memory.of(policies);
    Map<String, Long> adopted = new ConcurrentHashMap<>();
    Change.refusal(
            (seen, ack) -> {
              ContentRange range = seen.range();
              if (ack.status() == 400
                  && range != null
                  && memory.of(seen).filter(known -> known.total() > 0).isPresent()) {
                adopted.putIfAbsent(seen.session(), range.total());
              }
              return ack;
            })
        .accept(policies);
    Change.answered(
            seen ->
                seen.range() != null
                    && adopted.getOrDefault(seen.session(), seen.range().total())
                        != seen.range().total(),
            (seen, peer) ->
                Change.refused(
                    400, HResult.INVALID_ARGUMENT, seen.head().headers().get(SESSION_ID, "")))
        .accept(policies);
  }
}
