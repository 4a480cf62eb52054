package org.bitstck.scenario.application;

import java.util.List;
import java.util.stream.Collectors;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.StatusRange;

/** What is said of a server application: the words behind {@code expect}. */
public sealed interface ApplicationClause extends Clause {

  /** {@code answer}: what came on the connection. */
  record AnswerIs(Kind kind) implements ApplicationClause {
    /** What came. */
    public enum Kind {
      /** Any whole answer. */
      ANY("an answer"),
      /** A well-formed one. */
      WELL_FORMED("a well-formed HTTP answer"),
      /** Nothing behind its end. */
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

  /** {@code status}: one of these. */
  record StatusIs(List<StatusRange> ranges) implements ApplicationClause {
    @Override
    public String describe() {
      return "status "
          + ranges.stream().map(StatusRange::toString).collect(Collectors.joining(" or "));
    }
  }

  /** {@code http-version}: of the status line. */
  record VersionIs(String version) implements ApplicationClause {
    @Override
    public String describe() {
      return "a status line of " + version;
    }
  }

  /** {@code header: {Name: test}}. */
  record HeaderIs(String name, HeaderTest test) implements ApplicationClause {
    @Override
    public String describe() {
      return name + " " + test.describe();
    }
  }

  /** {@code body}: whether the answer has one. */
  record BodyIs(Kind kind) implements ApplicationClause {
    /** Whether there is one. */
    public enum Kind {
      EMPTY("no body"),
      PRESENT("a body");

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

  /** {@code length}: of the body, in bytes. */
  record LengthIs(long bytes) implements ApplicationClause {
    @Override
    public String describe() {
      return "a body of " + bytes + (bytes == 1 ? " byte" : " bytes");
    }
  }

  /** {@code reply-file}: what is at the path where the reply is wanted by reference. */
  record ReplyFileIs(Kind kind) implements ApplicationClause {
    /** What is there. */
    public enum Kind {
      /** A file with something in it. */
      PRESENT("a file of the reply"),
      /** A file with nothing in it. */
      EMPTY("an empty file of the reply"),
      /** Nothing. */
      ABSENT("no file of the reply");

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

  /** {@code reply}: the reply itself, wherever it is. */
  record ReplyIs(Kind kind) implements ApplicationClause {
    /** What it is like. */
    public enum Kind {
      /** What the subject file says that this upload gets. */
      RIGHT("the reply that the subject file declares"),
      /** As that to the notification of this upload before. */
      AS_BEFORE("the same reply as before");

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

  /** {@code count}: how often the upload has had its effect. */
  record CountIs(int effects) implements ApplicationClause {
    @Override
    public String describe() {
      return effects + (effects == 1 ? " effect" : " effects");
    }
  }
}
