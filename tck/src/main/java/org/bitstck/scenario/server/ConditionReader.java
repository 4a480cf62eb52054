package org.bitstck.scenario.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.requirement.Peer;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.ClauseReader;
import org.bitstck.scenario.Content;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderReader;
import org.bitstck.scenario.StatusRange;
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
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the words of one legal outcome. A new word of the language starts here. */
final class ConditionReader implements ClauseReader {
  private static final long WORD = 0xFFFFFFFFL;

  /** Far beyond any limit that servers have for a header. */
  private static final int LONGEST_VALUE = 65536;

  private final Set<String> files;

  /**
   * @param files names of the files that contents can be compared with
   */
  ConditionReader(Set<String> files) {
    this.files = files;
  }

  @Override
  public Peer peer() {
    return Peer.SERVER;
  }

  @Override
  public Optional<String> whyItCannotFail(Expectation expectation) {
    return CannotFail.why(expectation);
  }

  @Override
  public Optional<String> whyNotTogether(List<? extends Clause> clauses) {
    return clauses.size() > 1 && clauses.stream().anyMatch(ConditionReader::isClosed)
        ? Optional.of("nothing more can be said of an answer where the connection is closed")
        : Optional.empty();
  }

  private static boolean isClosed(Clause condition) {
    return condition instanceof AnswerIs is && is.takesClosed();
  }

  @Override
  public String example() {
    return "{status: 200}";
  }

  @Override
  public List<Clause> read(YamlMapping words) {
    List<Clause> conditions = new ArrayList<>();
    words.take("answer").ifPresent(v -> conditions.add(new AnswerIs(one(v, AnswerIs.Kind.class))));
    words.take("status").ifPresent(v -> conditions.add(new StatusIs(statuses(v))));
    words.take("http-version").ifPresent(v -> conditions.add(new VersionIs(v.text())));
    words.take("received-range").ifPresent(v -> conditions.add(receivedRange(v)));
    words.take("error").ifPresent(v -> conditions.add(new ErrorIs(numbers(v))));
    words.take("context").ifPresent(v -> conditions.add(new ContextIs(numbers(v))));
    words
        .take("error-form")
        .ifPresent(v -> conditions.add(new ErrorFormIs(one(v, ErrorFormIs.Kind.class))));
    words
        .take("session")
        .ifPresent(v -> conditions.add(new SessionIs(one(v, SessionIs.Kind.class))));
    words
        .take("header")
        .ifPresent(
            v ->
                HeaderReader.tests(v, true)
                    .forEach((name, test) -> conditions.add(new HeaderIs(name, test))));
    words
        .take("header-values-at-most")
        .ifPresent(v -> conditions.add(new HeaderValuesAtMost((int) v.number(0, LONGEST_VALUE))));
    words.take("body").ifPresent(v -> conditions.add(body(v)));
    words.take("content").ifPresent(v -> conditions.add(new ContentIs(content(v))));
    words.take("length").ifPresent(v -> conditions.add(new LengthIs(v.as(Quantity::bytes))));
    words.take("parts").ifPresent(v -> conditions.add(parts(v)));
    words
        .take("part-headers-at-most")
        .ifPresent(v -> conditions.add(new PartHeadersAtMost((int) v.number(0, LONGEST_VALUE))));
    words.take("unchanged").ifPresent(v -> conditions.add(new UnchangedIs(names(v))));
    NotificationReader.read(words, this::content, conditions);
    words.take("within").ifPresent(v -> conditions.add(new WithinIs(v.as(Quantity::duration))));
    return conditions;
  }

  private static List<String> names(YamlValue value) {
    return value.oneOrMore().stream().map(YamlValue::text).toList();
  }

  static List<StatusRange> statuses(YamlValue value) {
    return value.oneOrMore().stream().map(item -> item.as(StatusRange::of)).toList();
  }

  private static List<Long> numbers(YamlValue value) {
    return value.oneOrMore().stream().map(item -> item.number(0, WORD)).toList();
  }

  private static Condition receivedRange(YamlValue value) {
    if (!value.isMapping()) {
      long offset = value.number(0, Long.MAX_VALUE);
      return new ReceivedRangeIs(offset, offset);
    }
    YamlMapping bounds = value.mapping("a range of offsets");
    long from = bounds.require("from").number(0, Long.MAX_VALUE);
    long to = bounds.require("to").number(0, Long.MAX_VALUE);
    bounds.done();
    if (to < from) {
      throw value.problem("no offset is from " + from + " to " + to);
    }
    return new ReceivedRangeIs(from, to);
  }

  private static Condition body(YamlValue value) {
    if (!value.text().equals("empty")) {
      throw value.problem("a body can be 'empty'; its bytes are checked with 'content'");
    }
    return new BodyIsEmpty();
  }

  private Condition parts(YamlValue value) {
    YamlMapping words = value.mapping("a list of parts");
    Condition condition =
        new PartsAre(
            words.take("file").map(v -> known(v, files)).orElse(FileSpec.MAIN),
            words.require("ranges").oneOrMore().stream().map(ConditionReader::fixedRange).toList());
    words.done();
    return condition;
  }

  /** A range whose offsets stand in the file. */
  static FragmentRange fixedRange(YamlValue value) {
    FragmentRange range = value.as(FragmentRange::of);
    if (range.isResume()) {
      throw value.problem("'resume' says which fragment to send; offsets are wanted here: 0-99");
    }
    return range;
  }

  private Content content(YamlValue value) {
    if (!value.isMapping()) {
      return value.text().equals("absent")
          ? new Content.Absent()
          : new Content.OfFile(known(value, files), 0, -1);
    }
    YamlMapping words = value.mapping("a content test");
    if (words.has("other-than")) {
      Content content = new Content.Not(known(words.require("other-than"), files));
      words.done();
      return content;
    }
    String file = words.take("file").map(v -> known(v, files)).orElse(FileSpec.MAIN);
    FragmentRange range = fixedRange(words.require("range"));
    words.done();
    return new Content.OfFile(file, range.first(), range.last());
  }

  /** The name of a file that the scenario has. */
  static String known(YamlValue value, Set<String> files) {
    if (!files.contains(value.text())) {
      throw value.problem(
          "the scenario has no file '"
              + value.text()
              + "', only "
              + String.join(", ", new TreeSet<>(files)));
    }
    return value.text();
  }

  static <E extends Enum<E>> E one(YamlValue value, Class<E> type) {
    return ExpectReader.one(value, EnumSet.allOf(type));
  }
}
