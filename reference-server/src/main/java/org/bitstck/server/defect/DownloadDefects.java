package org.bitstck.server.defect;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.http.ByteRanges;
import org.bitstck.server.http.DownloadRules;
import org.bitstck.server.http.Multipart;

/** Mistakes in GET and HEAD of a reply. */
final class DownloadDefects {
  private static final String LENGTH = "Content-Length";
  private static final String MODIFIED = "Last-Modified";

  private DownloadDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-REPLY-SERVER-001/chunks",
            "The reply is sent in chunks, without Content-Length.",
            replies(
                (seen, answer) -> {
                  if (isGet(seen) && answer.status().code() == 200) {
                    answer.headers().remove(LENGTH).add("Transfer-Encoding", "chunked");
                  }
                })),
        Defect.<Policies>of(
                "BITS-REPLY-SERVER-001/no-head",
                "HEAD of a reply is answered with 405.",
                replies(
                    (seen, answer) -> {
                      if (!isGet(seen)) {
                        answer.setStatus(HttpResponseStatus.METHOD_NOT_ALLOWED);
                        answer.headers().set(LENGTH, "0");
                      }
                    }))
            .follows("there is no HEAD to compare with GET", "BITS-REPLY-SERVER-002"),
        Defect.<Policies>of(
                "BITS-REPLY-SERVER-002/length-zero",
                "HEAD says that the reply is empty.",
                replies(
                    (seen, answer) -> {
                      if (!isGet(seen)) {
                        answer.headers().set(LENGTH, "0");
                      }
                    }))
            .follows("that is not its size", "BITS-REPLY-SERVER-001"),
        Defect.of(
            "BITS-REPLY-SERVER-002/no-time",
            "HEAD does not say when the reply was changed.",
            replies(
                (seen, answer) -> {
                  if (!isGet(seen)) {
                    answer.headers().remove(MODIFIED);
                  }
                })),
        Defect.of(
            "BITS-REPLY-SERVER-003/end-exclusive",
            "The last byte of a range is left out.",
            range(
                value ->
                    value.matches("bytes=\\d+-\\d+") && last(value) > first(value)
                        ? "bytes=" + first(value) + "-" + Math.max(first(value), last(value) - 1)
                        : value)),
        Defect.of(
            "BITS-REPLY-SERVER-003/suffix-from-the-start",
            "The last bytes are asked for, and the first ones come.",
            range(value -> value.replaceFirst("^bytes=-(\\d+)$", "bytes=0-$1"))),
        Defect.of(
            "BITS-REPLY-SERVER-003/whole-for-an-open-end",
            "A range without an end gets the whole reply.",
            range(value -> value.matches("bytes=\\d+-") ? null : value)),
        Defect.of(
            "BITS-REPLY-SERVER-004/nonsense",
            "A Range that does not parse is answered with 416.",
            downloads(
                (right, value, size) ->
                    value != null && right.ranges().read(value, size) == null
                        ? List.of()
                        : right.ranges().read(value, size))),
        Defect.of(
            "BITS-REPLY-SERVER-004/past-the-end",
            "A range that ends behind the reply is answered with 416.",
            downloads(
                (right, value, size) ->
                    value != null && value.matches("bytes=\\d+-\\d+") && last(value) >= size
                        ? List.of()
                        : right.ranges().read(value, size))),
        Defect.of(
            "BITS-REPLY-SERVER-004/empty-part",
            "A range behind the end is answered with 206 and no bytes.",
            replies(
                (seen, answer) -> {
                  if (answer.status().code() == 416) {
                    answer.setStatus(HttpResponseStatus.PARTIAL_CONTENT);
                  }
                })),
        Defect.of(
            "BITS-REPLY-SERVER-005/sorted",
            "Several ranges come in the order of their offsets.",
            downloads(
                (right, value, size) -> {
                  List<ByteRanges.Part> parts = right.ranges().read(value, size);
                  return parts == null
                      ? null
                      : parts.stream()
                          .sorted(Comparator.comparingLong(ByteRanges.Part::first))
                          .toList();
                })),
        Defect.<Policies>of(
                "BITS-REPLY-SERVER-005/merged",
                "Several ranges come as one that has them all.",
                downloads(
                    (right, value, size) -> {
                      List<ByteRanges.Part> parts = right.ranges().read(value, size);
                      return parts == null || parts.size() < 2 ? parts : List.of(merged(parts));
                    }))
            .follows("there are no parts then", "BITS-REPLY-SERVER-006"),
        Defect.of(
            "BITS-REPLY-SERVER-006/long-headers",
            "Each part of several ranges has 200 bytes of headers that nobody asked for.",
            policies -> {
              DownloadRules right = policies.downloads();
              Multipart.PartHeaders headers =
                  (part, size, type) ->
                      right.partHeaders().of(part, size, type)
                          + "X-Served-By: "
                          + "n".repeat(200)
                          + "\r\n";
              policies.downloads(new DownloadRules(right.ranges(), headers));
            }),
        Defect.of(
            "BITS-REPLY-SERVER-007/missing",
            "The reply does not say when it was changed.",
            replies(
                (seen, answer) -> {
                  if (isGet(seen)) {
                    answer.headers().remove(MODIFIED);
                  }
                })),
        Defect.of(
            "BITS-REPLY-SERVER-007/time-of-the-answer",
            "The reply says at each time that it was changed just now.",
            replies(
                (seen, answer) ->
                    answer
                        .headers()
                        .set(
                            MODIFIED,
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC))))));
  }

  private static boolean isGet(Seen seen) {
    return seen.head().method().name().equals("GET");
  }

  private static boolean isReply(Seen seen) {
    return seen.head() != null && seen.path().contains("/.bits-replies/");
  }

  private static Consumer<Policies> replies(BiConsumer<Seen, HttpResponse> edit) {
    return OnTheWire.answer(
        (seen, answer) -> {
          if (isReply(seen)) {
            edit.accept(seen, answer);
          }
        });
  }

  private interface RangeChange {
    List<ByteRanges.Part> read(DownloadRules right, String value, long size);
  }

  private static Consumer<Policies> downloads(RangeChange change) {
    return policies -> {
      DownloadRules right = policies.downloads();
      policies.downloads(
          new DownloadRules((value, size) -> change.read(right, value, size), right.partHeaders()));
    };
  }

  /** How the value of Range is misread. */
  private static Consumer<Policies> range(UnaryOperator<String> change) {
    return downloads(
        (right, value, size) ->
            right.ranges().read(value == null ? null : change.apply(value), size));
  }

  private static long first(String range) {
    return Long.parseLong(range.replaceFirst("bytes=(\\d+)-.*", "$1"));
  }

  private static long last(String range) {
    return Long.parseLong(range.replaceFirst(".*-", ""));
  }

  private static ByteRanges.Part merged(List<ByteRanges.Part> parts) {
    return new ByteRanges.Part(
        parts.stream().mapToLong(ByteRanges.Part::first).min().orElseThrow(),
        parts.stream().mapToLong(ByteRanges.Part::last).max().orElseThrow());
  }
}
