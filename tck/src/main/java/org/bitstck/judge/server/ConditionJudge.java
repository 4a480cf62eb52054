package org.bitstck.judge.server;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Response;
import org.bitstck.play.TestFile;
import org.bitstck.play.server.StoredFile;
import org.bitstck.scenario.Content;
import org.bitstck.scenario.StatusRange;
import org.bitstck.scenario.server.Condition;
import org.bitstck.scenario.server.Condition.AnswerIs;
import org.bitstck.scenario.server.Condition.BodyIsEmpty;
import org.bitstck.scenario.server.Condition.ContentIs;
import org.bitstck.scenario.server.Condition.ContextIs;
import org.bitstck.scenario.server.Condition.ErrorFormIs;
import org.bitstck.scenario.server.Condition.ErrorIs;
import org.bitstck.scenario.server.Condition.HeaderIs;
import org.bitstck.scenario.server.Condition.HeaderValuesAtMost;
import org.bitstck.scenario.server.Condition.LengthIs;
import org.bitstck.scenario.server.Condition.PartHeadersAtMost;
import org.bitstck.scenario.server.Condition.PartsAre;
import org.bitstck.scenario.server.Condition.ReceivedRangeIs;
import org.bitstck.scenario.server.Condition.SessionIs;
import org.bitstck.scenario.server.Condition.StatusIs;
import org.bitstck.scenario.server.Condition.UnchangedIs;
import org.bitstck.scenario.server.Condition.VersionIs;
import org.bitstck.scenario.server.Condition.WithinIs;

/** Judges single conditions: empty if one holds, else what is wrong, in words. */
final class ConditionJudge {
  private static final Pattern GUID =
      Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}}");

  private ConditionJudge() {}

  static Optional<String> mismatch(Condition condition, Observation seen) {
    if (condition instanceof ContentIs is) {
      return content(is.content(), seen);
    }
    if (condition instanceof LengthIs is) {
      byte[] bytes = bytes(seen);
      boolean something = isPresent(seen) || seen.response() != null;
      return something && bytes.length == is.bytes()
          ? Optional.empty()
          : Optional.of(something ? bytes.length + " bytes" : seen.describe());
    }
    if (condition instanceof AnswerIs is) {
      return answer(is.kind(), seen);
    }
    Response response = seen.response();
    if (response == null) {
      return Optional.of(seen.describe());
    }
    if (condition instanceof StatusIs is) {
      return StatusRange.anyHolds(is.ranges(), response.status())
          ? Optional.empty()
          : Optional.of(String.valueOf(response.status()));
    }
    if (condition instanceof HeaderIs is) {
      List<String> values = response.headers().all(is.name());
      return seen.filled(is.test()).passes(values)
          ? Optional.empty()
          : Optional.of(is.name() + ": " + shown(values));
    }
    if (condition instanceof HeaderValuesAtMost limit) {
      return response.headers().lines().stream()
          .filter(line -> line.value().length() > limit.bytes())
          .findFirst()
          .map(line -> line.name() + " has " + line.value().length() + " bytes");
    }
    if (condition instanceof PartsAre is) {
      return MultipartReply.of(response)
          .map(reply -> reply.misorder(is.ranges(), seen.files().get(is.file())))
          .orElse(Optional.of("no multipart/byteranges body"));
    }
    if (condition instanceof PartHeadersAtMost limit) {
      return MultipartReply.of(response)
          .map(reply -> reply.excess(limit.bytes()))
          .orElse(Optional.of("no multipart/byteranges body"));
    }
    if (condition instanceof VersionIs is) {
      boolean asAsked = response.version().equals(seen.exchange().request().version());
      return asAsked || is.version().equals(response.version())
          ? Optional.empty()
          : Optional.of(response.version());
    }
    if (condition instanceof ReceivedRangeIs is) {
      OptionalLong offset = AckReading.receivedRange(response);
      return offset.isEmpty() || (offset.getAsLong() >= is.low() && offset.getAsLong() <= is.high())
          ? Optional.empty()
          : Optional.of(
              "next offset " + response.headers().first(Bits.RECEIVED_RANGE).orElse("missing"));
    }
    if (condition instanceof ErrorIs is) {
      return error(is, response);
    }
    if (condition instanceof ContextIs is) {
      OptionalLong context = AckReading.context(response);
      return context.isEmpty() || is.values().contains(context.getAsLong())
          ? Optional.empty()
          : Optional.of(
              "context " + response.headers().first(Bits.ERROR_CONTEXT).orElse("missing"));
    }
    if (condition instanceof ErrorFormIs is) {
      return ErrorForm.mismatch(is.kind(), response);
    }
    if (condition instanceof SessionIs is) {
      return session(is.kind(), seen);
    }
    if (condition instanceof BodyIsEmpty) {
      return response.body().length == 0
          ? Optional.empty()
          : Optional.of("a body of " + response.body().length + " bytes");
    }
    if (condition instanceof UnchangedIs is) {
      return changed(is, seen);
    }
    if (condition instanceof WithinIs is) {
      long millis = seen.exchange().timing().total() / 1000;
      return millis <= is.time().toMillis()
          ? Optional.empty()
          : Optional.of("after " + millis + " ms");
    }
    throw new IllegalStateException("no judgement for " + condition);
  }

  static String shown(List<String> values) {
    return values.isEmpty() ? "absent" : "'" + String.join("', '", values) + "'";
  }

  /**
   * A missing value is for the rules to blame, but for a 500, which says nothing without it; so is
   * one that is no number.
   */
  private static Optional<String> error(ErrorIs is, Response response) {
    Optional<String> text = AckReading.errorText(response);
    if (text.isEmpty()) {
      return response.status() != 500
          ? Optional.empty()
          : Optional.of("a 500 without an error code");
    }
    OptionalLong value = AckReading.error(response);
    return value.isEmpty() || is.values().contains(value.getAsLong())
        ? Optional.empty()
        : Optional.of("error " + text.get());
  }

  private static Optional<String> answer(AnswerIs.Kind kind, Observation seen) {
    boolean holds =
        switch (kind) {
          case CLOSED -> seen.exchange().ending().isClosedByPeer();
          case NONE ->
              seen.exchange().ending().isClosedByPeer()
                  || seen.exchange().ending() == Ending.TIMED_OUT;
          case EARLY -> seen.exchange().early();
          case ANY -> seen.response() != null;
          case WELL_FORMED -> seen.response() != null && seen.response().faults().isEmpty();
          case EXACT -> seen.response() != null && seen.exchange().surplus() == 0;
        };
    if (holds) {
      return Optional.empty();
    }
    return Optional.of(
        switch (kind) {
          case EARLY -> "nothing came until the body was sent";
          case WELL_FORMED ->
              seen.response() == null
                  ? seen.describe()
                  : String.join("; ", seen.response().faults());
          case EXACT ->
              seen.response() == null ? seen.describe() : seen.exchange().surplus() + " more bytes";
          default -> seen.describe();
        });
  }

  private static Optional<String> session(SessionIs.Kind kind, Observation seen) {
    Optional<String> id = AckReading.sessionId(seen.response());
    Optional<String> asked = seen.exchange().request().headers().first(Bits.SESSION_ID);
    boolean holds =
        switch (kind) {
          // where none was asked for, another requirement says whether there may be one
          case SAME -> id.isEmpty() || asked.isEmpty() || id.get().equalsIgnoreCase(asked.get());
          case NOT_NEW ->
              id.isEmpty() || (asked.isPresent() && id.get().equalsIgnoreCase(asked.get()));
          case GUID -> id.isEmpty() || GUID.matcher(id.get()).matches();
          case PRESENT -> id.isPresent();
          case ABSENT -> id.isEmpty();
          case UNIQUE -> id.isPresent() && !seen.repeatedSessions().contains(id.get());
        };
    return holds
        ? Optional.empty()
        : Optional.of(
            Bits.SESSION_ID + ": " + shown(seen.response().headers().all(Bits.SESSION_ID)));
  }

  private static Optional<String> changed(UnchangedIs is, Observation seen) {
    Response now = seen.response();
    Optional<Response> before = seen.before();
    if (before.isEmpty()) {
      return Optional.of("nothing was asked for the same target before");
    }
    return is.names().stream()
        .filter(name -> !before.get().headers().all(name).equals(now.headers().all(name)))
        .findFirst()
        .map(
            name ->
                name
                    + ": "
                    + shown(now.headers().all(name))
                    + ", before "
                    + shown(before.get().headers().all(name)));
  }

  private static byte[] bytes(Observation seen) {
    if (seen.stored() != null) {
      return seen.stored().bytes();
    }
    return seen.response() == null ? new byte[0] : seen.response().body();
  }

  /** Whether there is something that content and length speak of. */
  private static boolean isPresent(Observation seen) {
    return seen.stored() != null
        ? seen.stored().state() == StoredFile.State.PRESENT
        : seen.response() != null && seen.response().isSuccess();
  }

  private static Optional<String> content(Content content, Observation seen) {
    boolean present = isPresent(seen);
    if (content instanceof Content.Absent) {
      return !present ? Optional.empty() : Optional.of(seen.describe());
    }
    if (content instanceof Content.Not not) {
      byte[] unwanted =
          seen.files().get(not.file()).bytes(0, seen.files().get(not.file()).size() - 1);
      return !present || !Arrays.equals(bytes(seen), unwanted)
          ? Optional.empty()
          : Optional.of(seen.describe());
    }
    if (!present) {
      return Optional.of(seen.describe());
    }
    Content.OfFile wanted = (Content.OfFile) content;
    TestFile file = seen.files().get(wanted.file());
    byte[] bytes = bytes(seen);
    if (seen.stored() != null) {
      if (bytes.length <= wanted.last() || bytes.length < wanted.first()) {
        return Optional.of(bytes.length + " bytes only");
      }
      int end = wanted.last() < 0 ? bytes.length : (int) wanted.last() + 1;
      bytes = Arrays.copyOfRange(bytes, (int) wanted.first(), end);
    }
    byte[] right = file.bytes(wanted.first(), wanted.last() < 0 ? file.size() - 1 : wanted.last());
    int difference = Arrays.mismatch(bytes, right);
    if (difference < 0) {
      return Optional.empty();
    }
    return Optional.of(
        bytes.length == right.length
            ? "other bytes from offset " + (wanted.first() + difference) + " on"
            : bytes.length
                + " bytes instead of "
                + right.length
                + ", the first difference at offset "
                + (wanted.first() + difference));
  }
}
