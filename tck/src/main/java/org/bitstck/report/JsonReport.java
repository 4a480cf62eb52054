package org.bitstck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Share;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Testable;

/** The result as JSON. Its form is a contract: {@code bits-tck-report/1}. */
public final class JsonReport implements Report {
  /** Fields may be added under this name, never renamed. */
  public static final String FORMAT = "bits-tck-report/1";

  private final String kitVersion;
  private final Part head;
  private final Part checks;

  /** Writes a part of the report. */
  public interface Part {
    void write(JsonGenerator json, RunResult result) throws IOException;
  }

  /**
   * @param command makes the line that tests this subject, with more options
   */
  public JsonReport(String kitVersion, UnaryOperator<String> command) {
    this(kitVersion, JsonReport::share, (json, result) -> checks(json, result, command));
  }

  /**
   * A report whose checks come from elsewhere.
   *
   * @param head writes further fields in front of the summary
   * @param checks writes the entries of the list of checks
   */
  public JsonReport(String kitVersion, Part head, Part checks) {
    this.kitVersion = kitVersion;
    this.head = head;
    this.checks = checks;
  }

  @Override
  public String fileName() {
    return "report.json";
  }

  @Override
  public void write(RunResult result, Writer writer) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeObjectFieldStart("kit");
      json.writeStringField("version", kitVersion);
      json.writeEndObject();
      json.writeObjectFieldStart("subject");
      json.writeStringField("name", result.subject().name());
      json.writeStringField("role", result.subject().role().text());
      if (result.subject().url() != null) {
        json.writeStringField("url", result.subject().url().toString());
      }
      if (result.subject().driven() != null) {
        json.writeStringField("driven", result.subject().driven());
      }
      json.writeEndObject();
      json.writeStringField("profile", result.profile().text());
      json.writeStringField("startedAt", result.startedAt().toString());
      json.writeNumberField("durationMs", result.duration().toMillis());
      head.write(json, result);
      summary(json, result);
      json.writeArrayFieldStart("requirements");
      for (Requirement requirement : result.tally().requirements()) {
        requirement(json, requirement, result);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("checks");
      checks.write(json, result);
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void share(JsonGenerator json, RunResult result) throws IOException {
    if (result.share().isEmpty()) {
      return;
    }
    Share share = result.share().get();
    json.writeObjectFieldStart("shard");
    json.writeNumberField("index", share.shard().index());
    json.writeNumberField("count", share.shard().count());
    json.writeNumberField("selected", share.selected());
    json.writeNumberField("suite", share.suite());
    json.writeEndObject();
  }

  private static void summary(JsonGenerator json, RunResult result) throws IOException {
    Tally tally = result.tally();
    json.writeObjectFieldStart("summary");
    json.writeStringField("verdict", result.summary().name());
    if (result.incomplete().isPresent()) {
      json.writeStringField("incomplete", result.incomplete().get());
    }
    if (result.subjectBroken()) {
      json.writeBooleanField("subjectBroken", true);
    }
    json.writeArrayFieldStart("notes");
    for (String note : result.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("requirements");
    json.writeNumberField("total", tally.total());
    json.writeNumberField("pass", tally.count(Verdict.PASS));
    json.writeNumberField("fail", tally.count(Verdict.FAIL));
    json.writeNumberField("warn", tally.count(Verdict.WARN));
    json.writeNumberField("info", tally.count(Verdict.INFO));
    json.writeNumberField("notApplicable", tally.count(Verdict.NOT_APPLICABLE));
    json.writeNumberField("blocked", tally.blocked());
    json.writeNumberField("notTestable", tally.notTestable());
    json.writeNumberField("notExercised", tally.notExercised());
    json.writeEndObject();
    json.writeObjectFieldStart("scenarios");
    json.writeNumberField("total", result.scenarios());
    json.writeNumberField("run", result.played());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void requirement(JsonGenerator json, Requirement requirement, RunResult result)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", requirement.id());
    json.writeStringField("level", requirement.level(result.profile()).text());
    json.writeStringField("statement", requirement.statement());
    json.writeStringField(
        "verdict",
        result
            .tally()
            .verdict(requirement)
            .map(Verdict::name)
            .orElse(requirement.testable() == Testable.NO ? "NOT_TESTABLE" : "NOT_EXERCISED"));
    json.writeEndObject();
  }

  private static void checks(JsonGenerator json, RunResult result, UnaryOperator<String> command)
      throws IOException {
    for (Finding finding : result.findings()) {
      check(json, finding, result, command);
    }
  }

  private static void check(
      JsonGenerator json, Finding finding, RunResult result, UnaryOperator<String> command)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("requirement", finding.requirement().id());
    json.writeStringField("level", finding.level().text());
    json.writeStringField("topic", finding.topic());
    json.writeStringField("scenario", finding.scenario());
    json.writeStringField("verdict", finding.verdict().name());
    json.writeStringField("expected", finding.expected());
    Lesson lesson = Lesson.of(finding, result, command);
    json.writeStringField("observed", lesson.came());
    json.writeArrayFieldStart("exchanges");
    for (int number : finding.exchanges()) {
      json.writeNumber(number);
    }
    json.writeEndArray();
    json.writeNumberField("durationMs", finding.durationMs());
    if (finding.topic().equals(Finding.RULES) && !finding.seenIn().isEmpty()) {
      json.writeStringField("seenIn", finding.seenIn());
    }
    if (finding.verdict() != Verdict.PASS) {
      teach(json, lesson);
    }
    json.writeEndObject();
  }

  private static void teach(JsonGenerator json, Lesson lesson) throws IOException {
    Finding finding = lesson.finding();
    json.writeStringField("title", finding.title());
    json.writeStringField("statement", finding.requirement().statement());
    strings(json, "sources", finding.requirement().sources());
    strings(json, "legal", lesson.legal());
    json.writeStringField("impact", finding.requirement().impact());
    json.writeStringField("mistake", lesson.mistake());
    json.writeStringField("at", finding.at().toString());
    json.writeStringField("excerpt", finding.at().excerpt());
    strings(json, "transcript", lesson.transcript());
    if (lesson.curl().isPresent()) {
      json.writeStringField("curl", lesson.curl().get());
    } else if (!lesson.whyNoCurl().isEmpty()) {
      json.writeStringField("whyNoCurl", lesson.whyNoCurl());
    }
    json.writeStringField("again", lesson.again());
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
