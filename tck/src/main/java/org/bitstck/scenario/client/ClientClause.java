package org.bitstck.scenario.client;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.HeaderTest;

/** What is said of a client: the words behind {@code expect} in its scenarios and rules. */
public sealed interface ClientClause extends Clause {

  /**
   * {@code sequence: create-session fragment+ close-session}: the kinds of all requests in order. A
   * request that was answered 401 or 407, or that got no answer, counts as well.
   *
   * @param text as written
   * @param pattern over one letter per request: {@link #letter}
   */
  record SequenceIs(String text, Pattern pattern) implements ClientClause {
    @Override
    public String describe() {
      return "the requests " + text;
    }

    /** The letter of a kind in {@link #pattern}. */
    public static char letter(RequestKind kind) {
      return (char) ('a' + kind.ordinal());
    }
  }

  /** Each of the chosen requests passes a test. */
  record RequestIs(Chosen which, RequestTest test) implements ClientClause {
    @Override
    public String describe() {
      return test.describe();
    }
  }

  /** So many of the chosen requests came, bounds inclusive. */
  record CountIs(Chosen which, int least, int most) implements ClientClause {
    @Override
    public String describe() {
      String kinds =
          which.kinds().isEmpty()
              ? "requests"
              : String.join(
                  " or ", which.kinds().stream().map(RequestKind::word).sorted().toList());
      String count =
          least == most
              ? "" + least
              : most == Integer.MAX_VALUE
                  ? "at least " + least
                  : least == 0 ? "at most " + most : least + " to " + most;
      return count + " " + kinds;
    }
  }

  /** {@code outcome}: what the client told its caller in the end is one of these. */
  record OutcomeIs(Set<Outcome> outcomes) implements ClientClause {
    @Override
    public String describe() {
      return "outcome "
          + String.join(" or ", outcomes.stream().map(Outcome::word).sorted().toList());
    }
  }

  /**
   * {@code report}: what the client told of a failure. Only what the client reports at all is
   * judged, as the way of driving it allows.
   *
   * @param status HTTP status; 0 means any
   * @param error 32-bit HRESULT; -1 means any
   * @param context -1 means any
   * @param cause {@code http}, {@code transport}, {@code timeout}, {@code file}, {@code
   *     invalid-answer}; null means any
   */
  record ReportIs(int status, long error, long context, String cause) implements ClientClause {
    @Override
    public String describe() {
      StringBuilder text = new StringBuilder("reported");
      if (status != 0) {
        text.append(" status ").append(status);
      }
      if (error >= 0) {
        text.append(String.format(" error 0x%08X", error));
      }
      if (context >= 0) {
        text.append(String.format(" context 0x%X", context));
      }
      return cause == null ? text.toString() : text + " cause " + cause;
    }
  }

  /** {@code uploaded}: what the server has published at the destination. */
  record UploadedIs(boolean present) implements ClientClause {
    @Override
    public String describe() {
      return present ? "the whole file uploaded, byte for byte" : "nothing published";
    }
  }

  /** {@code reply}: what the client has stored as the reply. */
  record ReplyIs(Reply reply) implements ClientClause {
    /** What can lie there. */
    public enum Reply {
      /** The reply as the server has it at the end, byte for byte. */
      SAME,
      /** Some bytes, whichever. */
      ANY,
      /** Nothing, or an empty file. */
      ABSENT
    }

    @Override
    public String describe() {
      return switch (reply) {
        case SAME -> "the reply stored, byte for byte";
        case ANY -> "something stored as the reply";
        case ABSENT -> "no reply stored";
      };
    }
  }

  /** {@code gap}: the time between the answer to a request and the next request. */
  record GapIs(Trigger after, Duration least, Duration most) implements ClientClause {
    @Override
    public String describe() {
      return "the next request behind "
          + after.describe()
          + (least == null ? "" : " not before " + least.toMillis() + " ms")
          + (most == null ? "" : " within " + most.toMillis() + " ms");
    }
  }

  /** {@code one-at-a-time}: no request came before the answer to the one before had gone out. */
  record OneAtATime() implements ClientClause {
    @Override
    public String describe() {
      return "one request at a time";
    }
  }

  /** How an upload ended for its caller. */
  enum Outcome {
    SUCCESS,
    FAILED,
    PAUSED,
    CANCELLED,
    /** Nothing was reported in time. */
    NONE,
    /**
     * Nobody can say: the client is driven by hand. No scenario speaks of it, and what a scenario
     * says of outcomes is then not applicable.
     */
    UNKNOWN;

    /** The word in scenario files. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What a request is tested for. */
  sealed interface RequestTest extends Clause {}

  /** {@code is}: its kind. */
  record KindIs(Set<RequestKind> kinds) implements RequestTest {
    @Override
    public String describe() {
      return "the request is "
          + String.join(" or ", kinds.stream().map(RequestKind::word).sorted().toList());
    }
  }

  /** {@code from}: where a FRAGMENT begins, zero-based bytes. */
  record StartsAt(long offset) implements RequestTest {
    @Override
    public String describe() {
      return "a fragment from byte " + offset;
    }
  }

  /** {@code bytes}: how many bytes a FRAGMENT carries, bounds inclusive. */
  record Carries(long least, long most) implements RequestTest {
    @Override
    public String describe() {
      return "a fragment of "
          + (most == Long.MAX_VALUE
              ? "at least " + least
              : least == 0 ? "at most " + most : least + " to " + most)
          + " bytes";
    }
  }

  /** {@code smaller-than-before}: a FRAGMENT carries less than the one before it. */
  record SmallerThanBefore() implements RequestTest {
    @Override
    public String describe() {
      return "a smaller fragment than the one before";
    }
  }

  /** {@code session}: its id compared with those that the server gave. */
  record SessionIs(Kind kind) implements RequestTest {
    /** Which id. */
    public enum Kind {
      /** The newest id that the server gave before. */
      CURRENT,
      /** The current one, or none at all. */
      CURRENT_IF_PRESENT,
      ABSENT
    }

    @Override
    public String describe() {
      return switch (kind) {
        case CURRENT -> "the session id as the server gave it last";
        case CURRENT_IF_PRESENT -> "the session id, if there is one, as the server gave it last";
        case ABSENT -> "no session id";
      };
    }
  }

  /** {@code header}: as in scenarios for servers. */
  record HeaderIs(String name, HeaderTest test) implements RequestTest {
    @Override
    public String describe() {
      return name + " " + test.describe();
    }
  }

  /** {@code host}: where it was sent, by its Host header and the address it came to. */
  record SentTo(Trigger.Host host) implements RequestTest {
    @Override
    public String describe() {
      return "sent to the " + host.name().toLowerCase(java.util.Locale.ROOT) + " host";
    }
  }

  /** Things that are right or wrong in themselves. */
  enum Form implements RequestTest {
    /** {@code target: given}: the path and query of the URL, unchanged. */
    TARGET_AS_GIVEN("the target of the URL, unchanged"),
    /** {@code method: bits-post}: the upload packets' verb in capitals. */
    METHOD("the method BITS_POST"),
    /** {@code version: http-1-1}. */
    VERSION("HTTP/1.1"),
    /** {@code type: known}: one of the five packet types. */
    KNOWN_TYPE("a packet type of the protocol"),
    /** {@code content-length: right}: there, a number, and that of the body. */
    CONTENT_LENGTH("a Content-Length that is the body's"),
    /** {@code body: empty}. */
    EMPTY("no body"),
    /** {@code body: file-range}: the bytes of the file that Content-Range names. */
    BODY_OF_FILE("the bytes of the file that Content-Range names"),
    /** {@code range: well-formed}: bytes first-last/total with the file's size. */
    RANGE("Content-Range: bytes first-last/total with the size of the file"),
    /** {@code range: one-or-none}: for GET: none, or one single range. */
    GET_RANGE("no Range, or one or more well-formed ranges"),
    /** {@code starts: where-asked}: at 0 or where the Ack before asked for. */
    STARTS_WHERE_ASKED("the offset that the last Ack asked for"),
    /** {@code values: short}: no header value above 4096 bytes. */
    SHORT_VALUES("no header value longer than 4096 bytes"),
    /** {@code content-name: as-in-create}. */
    SAME_CONTENT_NAME("the Content-Name of CREATE-SESSION"),
    /** {@code total: as-before}: the total of the session's other fragments. */
    SAME_TOTAL("the total length of the session's other fragments"),
    /** {@code whole: yes}: it came as a whole, nothing behind it. */
    WHOLE("a whole request");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    @Override
    public String describe() {
      return words;
    }
  }
}
