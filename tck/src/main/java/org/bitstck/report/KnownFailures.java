package org.bitstck.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.judge.Finding;
import org.bitstck.scenario.Scenario;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/**
 * Checks that are known to fail. They are expected to: one that passes, or an entry that matches no
 * check of the suite, makes the list stale.
 */
public final class KnownFailures {
  private static final String RULES = Finding.RULES + "/";

  private final List<Entry> entries;

  /** One line of the list. */
  private record Entry(String check, Pattern pattern) {
    boolean matches(String checkId) {
      return pattern.matcher(checkId).matches();
    }
  }

  private KnownFailures(List<Entry> entries) {
    this.entries = entries;
  }

  /** An empty list: nothing is expected to fail. */
  public static KnownFailures none() {
    return new KnownFailures(List.of());
  }

  /**
   * Reads a list.
   *
   * @throws YamlException if it is none
   */
  public static KnownFailures read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a list of known failures");
    List<Entry> entries = new ArrayList<>();
    YamlValue list = file.require("known-failures");
    file.done();
    if (!list.isNull()) {
      for (YamlValue item : list.items()) {
        YamlMapping words = item.mapping("a known failure");
        String check = words.require("check").text();
        words.take("comment");
        words.done();
        entries.add(new Entry(check, pattern(check)));
      }
    }
    return new KnownFailures(entries);
  }

  private static Pattern pattern(String check) {
    return Pattern.compile(
        Stream.of(check.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
  }

  public boolean holds(Finding finding) {
    return entries.stream().anyMatch(entry -> entry.matches(finding.checkId()));
  }

  /** What is stale about the list where all of the suite was played. */
  public List<String> stale(
      List<Finding> findings, Collection<String> suite, Predicate<Finding> broken) {
    return stale(findings, suite, broken, true);
  }

  /**
   * What is stale about the list.
   *
   * @param findings of the run
   * @param suite ids of all checks that exist, played or not
   * @param broken tells which findings are failures
   * @param whole whether all of the suite was played; a part tells nothing of the rules, which are
   *     broken anywhere
   * @return one line per stale entry
   */
  public List<String> stale(
      List<Finding> findings, Collection<String> suite, Predicate<Finding> broken, boolean whole) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      if (!whole && entry.check().startsWith(RULES)) {
        continue;
      }
      List<Finding> meant = findings.stream().filter(f -> entry.matches(f.checkId())).toList();
      if (meant.isEmpty() && suite.stream().noneMatch(entry::matches)) {
        lines.add("'" + entry.check() + "' matches no check");
      } else if (!meant.isEmpty() && meant.stream().noneMatch(broken)) {
        lines.add("'" + entry.check() + "' passes now: take it out");
      }
    }
    return lines;
  }

  /** The ids of all checks of scenarios, for {@link #stale}. */
  public static List<String> checks(List<Scenario> scenarios) {
    List<String> ids = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      scenario.requirements().forEach(r -> ids.add(scenario.id() + ":" + r));
    }
    return ids;
  }

  /** Writes a list of these failures, each with what came as its comment. */
  public static void write(List<Finding> failures, Writer writer) throws IOException {
    writer.write(
        "# Checks that are known to fail. A failure in this list does not break the run;\n");
    writer.write("# one that passes, or an entry that matches nothing, does: take it out then.\n");
    Set<String> seen = new TreeSet<>();
    writer.write(failures.isEmpty() ? "known-failures: []\n" : "known-failures:\n");
    for (Finding finding : failures) {
      if (seen.add(finding.checkId())) {
        writer.write("  - check: " + quoted(finding.checkId()) + "\n");
        writer.write("    comment: " + quoted(Texts.printable(finding.observed())) + "\n");
      }
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ") + "\"";
  }
}
