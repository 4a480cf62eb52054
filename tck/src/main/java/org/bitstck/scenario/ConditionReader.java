package org.bitstck.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.bitstck.scenario.Condition.AnswerIs;
import org.bitstck.scenario.Condition.BodyIsEmpty;
import org.bitstck.scenario.Condition.ContentIs;
import org.bitstck.scenario.Condition.ContextIs;
import org.bitstck.scenario.Condition.CountIs;
import org.bitstck.scenario.Condition.ErrorFormIs;
import org.bitstck.scenario.Condition.ErrorIs;
import org.bitstck.scenario.Condition.HeaderIs;
import org.bitstck.scenario.Condition.HeaderValuesAtMost;
import org.bitstck.scenario.Condition.LengthIs;
import org.bitstck.scenario.Condition.ReceivedRangeIs;
import org.bitstck.scenario.Condition.SessionIs;
import org.bitstck.scenario.Condition.StatusIs;
import org.bitstck.scenario.Condition.VersionIs;
import org.bitstck.scenario.Condition.WithinIs;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the words of one legal outcome. A new word of the language starts here. */
final class ConditionReader {

  List<Condition> read(YamlMapping words) {
    List<Condition> conditions = new ArrayList<>();
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
    words.take("header").ifPresent(v -> conditions.addAll(headers(v)));
    words
        .take("header-values-at-most")
        .ifPresent(v -> conditions.add(new HeaderValuesAtMost((int) v.number())));
    words.take("body").ifPresent(v -> conditions.add(body(v)));
    words.take("content").ifPresent(v -> conditions.add(new ContentIs(content(v))));
    words.take("length").ifPresent(v -> conditions.add(new LengthIs(v.as(Quantity::bytes))));
    words.take("count").ifPresent(v -> conditions.add(new CountIs((int) v.number())));
    words.take("within").ifPresent(v -> conditions.add(new WithinIs(v.as(Quantity::duration))));
    return conditions;
  }

  static List<StatusRange> statuses(YamlValue value) {
    return value.oneOrMany().stream().map(item -> item.as(StatusRange::of)).toList();
  }

  private static List<Long> numbers(YamlValue value) {
    return value.oneOrMany().stream().map(YamlValue::number).toList();
  }

  private static Condition receivedRange(YamlValue value) {
    if (!value.isMapping()) {
      return new ReceivedRangeIs(value.number(), value.number());
    }
    YamlMapping bounds = value.mapping("the bounds of the offset");
    Condition condition =
        new ReceivedRangeIs(bounds.require("from").number(), bounds.require("to").number());
    bounds.done();
    return condition;
  }

  private static Condition body(YamlValue value) {
    if (!value.text().equals("empty")) {
      throw value.problem("a body can be 'empty'; its bytes are checked with 'content'");
    }
    return new BodyIsEmpty();
  }

  private static List<Condition> headers(YamlValue value) {
    List<Condition> conditions = new ArrayList<>();
    for (YamlMapping.Entry entry : value.mapping("header tests").entries()) {
      conditions.add(new HeaderIs(entry.key().text(), headerTest(entry.value())));
    }
    return conditions;
  }

  private static HeaderTest headerTest(YamlValue value) {
    if (!value.isMapping()) {
      return switch (value.text()) {
        case "present" -> new HeaderTest.Present();
        case "absent" -> new HeaderTest.Absent();
        default -> new HeaderTest.Equal(value.text(), false);
      };
    }
    YamlMapping words = value.mapping("a header test");
    List<HeaderTest> tests = new ArrayList<>();
    words.take("equals").ifPresent(v -> tests.add(new HeaderTest.Equal(v.text(), false)));
    words.take("equals-any-case").ifPresent(v -> tests.add(new HeaderTest.Equal(v.text(), true)));
    words.take("as-declared").ifPresent(v -> tests.add(new HeaderTest.Declared(v.text())));
    words
        .take("matches")
        .ifPresent(v -> tests.add(new HeaderTest.Matching(pattern(v), v.text(), true)));
    words
        .take("if-present-matches")
        .ifPresent(v -> tests.add(new HeaderTest.Matching(pattern(v), v.text(), false)));
    words.done();
    if (tests.size() != 1) {
      throw value.problem(
          "a header test is one of: present, absent, a value, equals, equals-any-case,"
              + " as-declared, matches, if-present-matches");
    }
    return tests.get(0);
  }

  private static Pattern pattern(YamlValue value) {
    try {
      return Pattern.compile(value.text());
    } catch (PatternSyntaxException e) {
      throw value.problem("not a regular expression: " + e.getDescription());
    }
  }

  private static Content content(YamlValue value) {
    if (!value.isMapping()) {
      return value.text().equals("absent")
          ? new Content.Absent()
          : new Content.OfFile(value.text(), 0, -1);
    }
    YamlMapping words = value.mapping("a content test");
    String file = words.take("file").map(YamlValue::text).orElse(FileSpec.MAIN);
    FragmentRange range = words.require("range").as(FragmentRange::of);
    words.done();
    return new Content.OfFile(file, range.first(), range.last());
  }

  static <E extends Enum<E>> E one(YamlValue value, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (ExpectReader.word(constant).equals(value.text())) {
        return constant;
      }
    }
    throw value.problem(
        "'"
            + value.text()
            + "' is none of: "
            + Arrays.stream(type.getEnumConstants())
                .map(ExpectReader::word)
                .collect(Collectors.joining(", ")));
  }
}
