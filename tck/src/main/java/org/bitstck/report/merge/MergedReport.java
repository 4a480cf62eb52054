package org.bitstck.report.merge;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunResult;
import org.bitstck.json.Json;
import org.bitstck.report.JsonReport;

/**
 * What several reports say together.
 *
 * @param result without the exchanges, which reports hold in words only
 * @param checks as they stand in the reports
 * @param missing shards of which there is no report; empty if there are none
 * @param reports how many were joined
 * @param again the command line that tested the subject, without what is to be played
 */
public record MergedReport(
    RunResult result,
    List<ReportedCheck> checks,
    List<Integer> missing,
    int reports,
    String again) {
  /** Marks a report that was made of others. */
  static final String MERGED = "merged";

  public MergedReport {
    checks = List.copyOf(checks);
  }

  /** Makes the line that tests the subject, with more options. */
  public UnaryOperator<String> command() {
    return more -> again + " " + more;
  }

  /** The report of all, each check as it was told. */
  public JsonReport json(String kitVersion) {
    return new JsonReport(kitVersion, this::head, this::checks);
  }

  private void head(JsonGenerator json, RunResult ignored) throws IOException {
    json.writeObjectFieldStart(MERGED);
    json.writeNumberField("reports", reports);
    json.writeArrayFieldStart("missingShards");
    for (int shard : missing) {
      json.writeNumber(shard);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void checks(JsonGenerator json, RunResult ignored) throws IOException {
    for (ReportedCheck check : checks) {
      Json.write(json, check.words());
    }
  }
}
