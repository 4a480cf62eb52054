package org.bitstck.judge.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Response;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.RequestKind;

/** What happened, in the fewest words that tell it. */
final class Words {
  /** How many requests of a long recording are told from its start. */
  private static final int HEAD = 8;

  /** And from its end. */
  private static final int TAIL = 4;

  private Words() {}

  /** {@code #3 FRAGMENT 100-199}. */
  static String name(Recorded request) {
    return "#" + request.exchange().number() + " " + plainName(request);
  }

  private static String plainName(Recorded request) {
    if (Lengths.isNoRequest(request)) {
      return "something that is no HTTP request";
    }
    if (request.kind() == RequestKind.OTHER) {
      String type = request.exchange().request().packetType();
      String method = request.exchange().request().method();
      return type.isBlank() ? method : method + " with packet type " + type;
    }
    String kind = request.kind().name().replace('_', '-').toUpperCase(Locale.ROOT);
    Optional<SentRange> range = SentRange.of(request);
    return range.map(r -> kind + " " + r.first() + "-" + r.last()).orElse(kind);
  }

  /** With what the kit answered, where that was no plain success. */
  private static String told(Recorded request) {
    Response response = request.exchange().response();
    String name = name(request);
    if (response == null) {
      return name + " (no answer)";
    }
    Optional<String> offset = response.headers().first(Bits.RECEIVED_RANGE);
    boolean asExpected =
        SentRange.of(request)
            .map(range -> String.valueOf(range.last() + 1))
            .equals(offset.map(String::strip));
    List<String> parts = new ArrayList<>();
    if (response.status() != 200) {
      parts.add(String.valueOf(response.status()));
    }
    AckReading.errorText(response).ifPresent(error -> parts.add("error " + error));
    if (offset.isPresent() && !asExpected) {
      parts.add("next offset " + offset.get());
    }
    return parts.isEmpty() ? name : name + " (" + String.join(", ", parts) + ")";
  }

  /** All that came: the requests in order, and what the client told. */
  static String story(Recording recording) {
    List<Recorded> all = recording.requests();
    String requests =
        all.isEmpty()
            ? "no request"
            : all.size() <= HEAD + TAIL + 1
                ? list(all)
                : list(all.subList(0, HEAD))
                    + ", … "
                    + (all.size() - HEAD - TAIL)
                    + " more …, "
                    + list(all.subList(all.size() - TAIL, all.size()));
    return requests + "; " + outcome(recording);
  }

  private static String list(List<Recorded> requests) {
    return requests.stream().map(Words::told).collect(Collectors.joining(", "));
  }

  /** What the client told, in order. */
  static String outcome(Recording recording) {
    Report last = recording.last();
    String end = recording.stop() == null ? "" : " (" + recording.stop() + ")";
    if (last == null || last.outcome() == Outcome.NONE) {
      return "no outcome reported" + end;
    }
    if (last.outcome() == Outcome.UNKNOWN) {
      return "the outcome cannot be seen" + end;
    }
    return recording.outcomes().stream()
        .map(Report::describe)
        .collect(Collectors.joining(", then ", "reported: ", end));
  }
}
