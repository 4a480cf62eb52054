package org.bitstck.scenario.server;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Content;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.StatusRange;

/**
 * What is said of a server: the words behind {@code expect}.
 *
 * <p>A condition speaks of the value of a header. Whether the header is there at all, and in the
 * right form and under the right name, is the business of the always-on rules, so that one fault is
 * blamed on one requirement.
 */
public sealed interface Condition extends Clause {
  /** {@code status: 200} or a list. */
  record StatusIs(List<StatusRange> ranges) implements Condition {
    @Override
    public String describe() {
      return "status "
          + ranges.stream().map(StatusRange::toString).collect(Collectors.joining(" or "));
    }
  }

  /** {@code header: {Name: test}}. */
  record HeaderIs(String name, HeaderTest test) implements Condition {
    @Override
    public String describe() {
      return name + " " + test.describe();
    }

    @Override
    public HeaderIs filled(UnaryOperator<String> fill) {
      return new HeaderIs(name, test.filled(fill));
    }
  }

  /** No header value of the answer is longer than so many bytes. */
  record HeaderValuesAtMost(int bytes) implements Condition {
    @Override
    public String describe() {
      return "no header value longer than " + bytes + " bytes";
    }
  }

  /** {@code received-range}: the next offset wanted, bounds inclusive, zero-based bytes. */
  record ReceivedRangeIs(long low, long high) implements Condition {
    @Override
    public String describe() {
      return "next offset " + (low == high ? low : low + " to " + high);
    }
  }

  /** {@code error}: one of these HRESULTs. */
  record ErrorIs(List<Long> values) implements Condition {
    /** Said with each check, and formatting is slow. */
    private static final HexFormat DIGITS = HexFormat.of().withUpperCase();

    @Override
    public String describe() {
      return "error "
          + values.stream()
              .map(value -> "0x" + DIGITS.toHexDigits(value, 8))
              .collect(Collectors.joining(" or "));
    }
  }

  /** {@code context}: one of these values. */
  record ContextIs(List<Long> values) implements Condition {
    @Override
    public String describe() {
      return "context "
          + values.stream()
              .map(value -> "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT))
              .collect(Collectors.joining(" or "));
    }
  }

  /** {@code session}. */
  record SessionIs(Kind kind) implements Condition {
    /** What the session id of the answer is like. */
    public enum Kind {
      /** That of the request, where the answer has one. */
      SAME("the session id of the request, if any"),
      /** There, and no other answer of the scenario has it for another session. */
      UNIQUE("a session id of its own"),
      /** A GUID in braces, where the answer has one. */
      GUID("a session id that is a GUID in braces"),
      /** There. */
      PRESENT("a session id"),
      /** Not there. */
      ABSENT("no session id"),
      /** Not there, or that of the request: no session was opened. */
      NOT_NEW("no new session id");

      private final String words;

      Kind(String words) {
        this.words = words;
      }
    }

    @Override
    public String describe() {
      return kind.words;
    }
  }

  /** {@code body: empty}. */
  record BodyIsEmpty() implements Condition {
    @Override
    public String describe() {
      return "no body";
    }
  }

  /** {@code answer}: what came at the level of the connection. */
  record AnswerIs(Kind kind) implements Condition {
    /** Whether a connection that the peer closes without an answer is meant as well. */
    public boolean takesClosed() {
      return kind == Kind.CLOSED || kind == Kind.NONE;
    }

    /** What came. */
    public enum Kind {
      /** The peer closed the connection without an answer. */
      CLOSED("the connection closed"),
      /** The connection closed, or silence: whose fault that is, another requirement says. */
      NONE("no answer"),
      /** An answer, interim or final, before the body was sent. */
      EARLY("an answer before the body is sent"),
      /** Any whole answer. */
      ANY("an answer"),
      /** A well-formed one. */
      WELL_FORMED("a well-formed HTTP answer"),
      /** Nothing behind the end of the answer. */
      EXACT("nothing behind the end of the answer");

      private final String words;

      Kind(String words) {
        this.words = words;
      }
    }

    @Override
    public String describe() {
      return kind.words;
    }
  }

  /** {@code http-version}: of the status line. */
  record VersionIs(String version) implements Condition {
    @Override
    public String describe() {
      return "a status line of " + version;
    }
  }

  /** {@code error-form}: how the error headers are written. */
  record ErrorFormIs(Kind kind) implements Condition {
    /** A rule for the two error headers. */
    public enum Kind {
      /** Both are there. */
      BOTH("error header and BITS-Error-Context"),
      /** Neither is there. */
      NEITHER("neither error header nor BITS-Error-Context"),
      /** Context only with error. */
      CONTEXT_WITH_ERROR("BITS-Error-Context only beside an error header"),
      /** Under names that clients know, equal if both. */
      KNOWN_NAME("the error under a name that clients know, with one value"),
      /** Values written in hexadecimal. */
      HEXADECIMAL("hexadecimal numbers"),
      /** Private HRESULTs have the customer bit. */
      CUSTOMER_BIT("the customer bit 0x20000000 in an HRESULT that is not published");

      private final String words;

      Kind(String words) {
        this.words = words;
      }
    }

    @Override
    public String describe() {
      return kind.words;
    }
  }

  /** {@code content}: of a stored file or of a downloaded body. */
  record ContentIs(Content content) implements Condition {
    @Override
    public String describe() {
      return content.describe();
    }
  }

  /** {@code length}: of a stored file or a downloaded body, in bytes. */
  record LengthIs(long bytes) implements Condition {
    @Override
    public String describe() {
      return bytes + " bytes";
    }
  }

  /** {@code parts}: a multipart body holds just these ranges of the file, in this order. */
  record PartsAre(String file, List<FragmentRange> ranges) implements Condition {
    @Override
    public String describe() {
      return "parts "
          + ranges.stream()
              .map(range -> range.first() + "-" + range.last())
              .collect(Collectors.joining(", "))
          + " of "
          + file;
    }
  }

  /** {@code part-headers-at-most}: bytes of headers per part beside the two that it must have. */
  record PartHeadersAtMost(int bytes) implements Condition {
    @Override
    public String describe() {
      return "parts with Content-Range and Content-Type, at most "
          + bytes
          + " bytes of other headers, at most two CRLF before the first boundary";
    }
  }

  /**
   * {@code unchanged}: these headers are as in the answer before to a request of the scenario for
   * the same target; one that is in neither is unchanged.
   */
  record UnchangedIs(List<String> names) implements Condition {
    @Override
    public String describe() {
      return String.join(", ", names) + " as before";
    }
  }

  /** {@code within}: the whole answer came in this time. */
  record WithinIs(Duration time) implements Condition {
    @Override
    public String describe() {
      return "within " + time.toMillis() + " ms";
    }
  }
}
