package org.bitstck.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what scenarios say of headers. */
public final class HeaderReader {
  private HeaderReader() {}

  /** {@code headers: {Name: value, Name: absent, Name: [a, b]}}: what is sent otherwise. */
  public static List<HeaderEdit> edits(YamlValue value) {
    List<HeaderEdit> edits = new ArrayList<>();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (YamlMapping.Entry entry : value.mapping("a header").entries()) {
      if (!names.add(entry.key().text())) {
        throw entry
            .key()
            .problem("'" + entry.key().text() + "' stands here twice; a list sends it twice");
      }
      List<String> values = new ArrayList<>();
      if (entry.value().isSequence() || !entry.value().text().equals("absent")) {
        entry.value().oneOrMore().forEach(line -> values.add(line.text()));
      }
      edits.add(new HeaderEdit(entry.key().text(), values));
    }
    return edits;
  }

  /**
   * {@code header: {Name: test}}: what is wanted of each, in the order of the file.
   *
   * @param declared whether a value may be compared with what the subject file says
   */
  public static Map<String, HeaderTest> tests(YamlValue value, boolean declared) {
    Map<String, HeaderTest> tests = new LinkedHashMap<>();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (YamlMapping.Entry entry : value.mapping("a header test").entries()) {
      if (!names.add(entry.key().text())) {
        throw entry.key().problem("'" + entry.key().text() + "' stands here twice");
      }
      tests.put(entry.key().text(), test(entry.value(), declared));
    }
    return tests;
  }

  private static HeaderTest test(YamlValue value, boolean declared) {
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
    words.take("same-url").ifPresent(v -> tests.add(new HeaderTest.SameUrl(v.text())));
    if (declared) {
      words.take("as-declared").ifPresent(v -> tests.add(new HeaderTest.Declared(v.text())));
    }
    words
        .take("matches")
        .ifPresent(v -> tests.add(new HeaderTest.Matching(pattern(v), v.text(), true)));
    words
        .take("if-present-matches")
        .ifPresent(v -> tests.add(new HeaderTest.Matching(pattern(v), v.text(), false)));
    words.done();
    if (tests.size() != 1) {
      throw value.problem(
          "a header test is one of: present, absent, a value, equals, equals-any-case, same-url,"
              + (declared ? " as-declared," : "")
              + " matches, if-present-matches");
    }
    return tests.get(0);
  }

  private static Pattern pattern(YamlValue value) {
    for (String name : YamlValue.openVariables(value.text())) {
      throw value.problem("'${" + name + "}' is not filled in within a pattern");
    }
    try {
      return Pattern.compile(value.text());
    } catch (PatternSyntaxException e) {
      throw value.problem("not a regular expression: " + e.getDescription());
    }
  }
}
