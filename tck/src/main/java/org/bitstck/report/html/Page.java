package org.bitstck.report.html;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Requirement;

/**
 * What the template fills in.
 *
 * @param role of the subject, as the catalogue says it
 * @param where it was met, to stand behind its name
 * @param mark of the verdict, for colours
 * @param incomplete why the run says nothing of the subject as a whole; empty if it does
 * @param counts of requirements, in the order of the bar; none that is zero
 */
record Page(
    String kit,
    String subject,
    String role,
    String where,
    String profile,
    String started,
    String took,
    String verdict,
    String mark,
    int total,
    List<Count> counts,
    String incomplete,
    List<String> notes,
    int scenarios,
    int played,
    List<Area> areas) {

  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * How many requirements have a verdict.
   *
   * @param mark the verdict's class in the page
   */
  record Count(String mark, String label, int number) {}

  /**
   * Requirements of one area of the catalogue: those whose ids differ in the number only.
   *
   * @param anchor for links
   * @param cells how many of them have each verdict that there is, in the order of the bar
   */
  record Area(
      String name, String anchor, int passed, int total, List<Cell> cells, List<Row> rows) {}

  /**
   * A number in the table of the areas.
   *
   * @param text empty for none
   */
  record Cell(String mark, String text) {}

  static Page of(RunResult result, String kit, UnaryOperator<String> command) {
    Map<String, List<Finding>> findings = new LinkedHashMap<>();
    result
        .findings()
        .forEach(
            finding ->
                findings
                    .computeIfAbsent(finding.requirement().id(), id -> new ArrayList<>())
                    .add(finding));
    Map<String, List<Row>> areas = new LinkedHashMap<>();
    for (Requirement requirement : result.tally().requirements()) {
      areas
          .computeIfAbsent(area(requirement), name -> new ArrayList<>())
          .add(
              Row.of(
                  requirement,
                  result,
                  Mark.of(requirement, result.tally()),
                  findings.getOrDefault(requirement.id(), List.of()),
                  command));
    }
    List<Count> counts = counts(result.tally());
    return new Page(
        kit,
        result.subject().name(),
        result.subject().role().text(),
        result.subject().where(),
        result.profile().text(),
        STARTED.format(result.startedAt()),
        String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1000.0),
        result.summary().text(),
        result.summary().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        result.tally().total(),
        counts,
        result.incomplete().orElse(""),
        result.notes(),
        result.scenarios(),
        result.played(),
        areas.entrySet().stream().map(entry -> area(entry, counts)).toList());
  }

  private static String area(Requirement requirement) {
    String id = requirement.id();
    return id.substring(id.indexOf('-') + 1, id.lastIndexOf('-'));
  }

  private static Area area(Map.Entry<String, List<Row>> entry, List<Count> counts) {
    int passed =
        (int) entry.getValue().stream().filter(row -> row.mark().equals(Mark.PASS.word())).count();
    return new Area(
        entry.getKey(),
        entry.getKey().toLowerCase(Locale.ROOT),
        passed,
        entry.getValue().size(),
        counts.stream().map(count -> cell(count.mark(), entry.getValue())).toList(),
        entry.getValue());
  }

  private static Cell cell(String mark, List<Row> rows) {
    long number = rows.stream().filter(row -> row.mark().equals(mark)).count();
    return new Cell(mark, number == 0 ? "" : String.valueOf(number));
  }

  private static List<Count> counts(Tally tally) {
    Map<Mark, Integer> numbers = new LinkedHashMap<>();
    for (Mark mark : Mark.values()) {
      numbers.put(mark, 0);
    }
    tally.requirements().forEach(r -> numbers.merge(Mark.of(r, tally), 1, Integer::sum));
    List<Count> counts = new ArrayList<>();
    numbers.forEach(
        (mark, number) -> {
          if (number > 0) {
            counts.add(new Count(mark.word(), mark.label(), number));
          }
        });
    return counts;
  }

  /** What is said of a requirement as a whole, in the order in which it is of interest. */
  enum Mark {
    FAIL("failed"),
    BLOCKED("blocked"),
    WARN("warnings"),
    INFO("information"),
    PASS("passed"),
    NOT_APPLICABLE("not applicable"),
    NOT_TESTABLE("not testable"),
    NOT_EXERCISED("not exercised");

    private final String label;

    Mark(String label) {
      this.label = label;
    }

    static Mark of(Requirement requirement, Tally tally) {
      return tally
          .verdict(requirement)
          .map(Mark::of)
          .orElse(requirement.whyNot().isEmpty() ? NOT_EXERCISED : NOT_TESTABLE);
    }

    static Mark of(Verdict verdict) {
      return verdict.isUntested() ? BLOCKED : valueOf(verdict.name());
    }

    String label() {
      return label;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
