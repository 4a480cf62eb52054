package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Findings;
import org.bitstck.judge.Verdict;
import org.bitstck.scenario.Schemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The form {@code bits-tck-report/1} is a contract: fields may come, none may go. */
class JsonReportTest {

  private static JsonNode written(RunResult result) throws IOException {
    StringWriter text = new StringWriter();
    new JsonReport("1.2.3", Results::again).write(result, text);
    return new ObjectMapper().readTree(text.toString());
  }

  private static List<String> errors(RunResult result) throws IOException {
    return Schemas.errorsOfJson(
        Schemas.FOLDER.resolve("schema").resolve("report.schema.json"), written(result).toString());
  }

  @Test
  void itFollowsItsSchema() throws IOException {
    assertThat(errors(Results.oneOfEach())).isEmpty();
    assertThat(errors(Results.ofClient())).isEmpty();
  }

  /** A reader may trust the descriptions only if nothing is written that has none. */
  @Test
  void everyFieldIsInTheSchema() throws IOException {
    JsonNode schema = Schemas.tree("report.schema.json");
    JsonNode report = written(Results.oneOfEach());
    assertThat(schema.at("/properties").propertyNames()).containsAll(report.propertyNames());
    assertThat(schema.at("/properties/checks/items/properties").propertyNames())
        .containsAll(report.get("checks").get(0).propertyNames());
    assertThat(schema.at("/properties/requirements/items/properties").propertyNames())
        .containsAll(report.get("requirements").get(0).propertyNames());
    assertThat(schema.at("/properties/summary/properties").propertyNames())
        .containsAll(report.get("summary").propertyNames());
  }

  @Test
  void theFieldsOfTheContract() throws IOException {
    JsonNode report = written(Results.oneOfEach());

    assertThat(report.get("format").asString()).isEqualTo("bits-tck-report/1");
    assertThat(report.at("/kit/version").asString()).isEqualTo("1.2.3");
    assertThat(report.at("/subject/name").asString()).isEqualTo("127.0.0.1:8080");
    assertThat(report.at("/subject/role").asString()).isEqualTo("server");
    assertThat(report.at("/subject/url").asString()).isEqualTo("http://127.0.0.1:8080/up/");
    assertThat(report.get("profile").asString()).isEqualTo("strict");
    assertThat(report.get("startedAt").asString()).isEqualTo("2026-11-21T02:00:00Z");
    assertThat(report.get("durationMs").asLong()).isEqualTo(1234);
    assertThat(report.at("/summary/verdict").asString()).isEqualTo("NOT_CONFORMANT");
    assertThat(report.at("/summary/scenarios/total").asInt()).isEqualTo(7);
    assertThat(report.at("/summary/scenarios/run").asInt()).isEqualTo(6);
    assertThat(report.at("/summary/requirements").propertyNames())
        .contains(
            "total",
            "pass",
            "fail",
            "warn",
            "info",
            "notApplicable",
            "blocked",
            "notTestable",
            "notExercised");
    assertThat(report.get("checks")).hasSize(Verdict.values().length);
  }

  @Test
  void aCheckOfTheContract() throws IOException {
    JsonNode check = written(Results.oneOfEach()).get("checks").get(0);

    assertThat(check.get("requirement").asString()).isEqualTo(Results.ALL.get(0).id());
    assertThat(check.get("level").asString()).isEqualTo("MUST");
    assertThat(check.get("topic").asString()).isEqualTo("a/topic");
    assertThat(check.get("scenario").asString()).isEqualTo("a-scenario");
    assertThat(check.get("verdict").asString()).isEqualTo("FAIL");
    assertThat(check.get("expected").asString()).isEqualTo("status 200");
    assertThat(check.get("observed").isString()).isTrue();
    assertThat(check.get("exchanges").get(0).asInt()).isEqualTo(1);
    assertThat(check.get("durationMs").asLong()).isEqualTo(12);
    assertThat(check.get("transcript").get(0).asString()).contains("BITS_POST /f HTTP/1.1");
  }

  @Test
  void theCountsAddUpToTheTotal() throws IOException {
    JsonNode counts = written(Results.oneOfEach()).at("/summary/requirements");
    int total = counts.get("total").asInt();
    int all = StreamSupport.stream(counts.spliterator(), false).mapToInt(JsonNode::asInt).sum();
    assertThat(all - total).isEqualTo(total).isEqualTo(Results.ALL.size());
  }

  @ParameterizedTest
  @EnumSource
  void theVerdictOnTop(Verdict verdict) throws IOException {
    RunResult result = Results.of(List.of(Findings.of(Results.ALL.get(0), verdict)));
    assertThat(written(result).at("/summary/verdict").asString())
        .isEqualTo(
            verdict.isBad()
                ? "NOT_CONFORMANT"
                : verdict == Verdict.WARN ? "CONFORMANT_WITH_WARNINGS" : "CONFORMANT");
  }
}
