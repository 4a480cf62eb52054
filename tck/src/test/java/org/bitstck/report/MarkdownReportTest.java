package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Findings;
import org.bitstck.judge.Verdict;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
  private static String written(RunResult result) throws IOException {
    StringWriter text = new StringWriter();
    new MarkdownReport(more -> "bits-tck server http://127.0.0.1:8080/up/ " + more)
        .write(result, text);
    return text.toString();
  }

  @Test
  void verdictAndDenominatorComeFirst() throws IOException {
    assertThat(written(Results.oneOfEach()).lines())
        .startsWith("## BITS conformance: NOT CONFORMANT")
        .anyMatch(line -> line.matches("\\| " + Results.ALL.size() + " (\\| [0-9]+ ){8}\\|"));
  }

  @Test
  void whatIsBadHasARowAndTheWorstIsFirst() throws IOException {
    List<String> rows =
        written(Results.oneOfEach()).lines().filter(line -> line.contains("**BITS-")).toList();
    assertThat(rows).hasSize(5);
    assertThat(rows.get(0)).startsWith("| FAIL | **" + Results.ALL.get(0).id());
    assertThat(rows.get(4)).startsWith("| WARN |");
  }

  @Test
  void whatAPeerSaysBreaksNoTable() throws IOException {
    assertThat(written(Results.oneOfEach()).lines().filter(line -> line.contains("**BITS-")))
        .allSatisfy(line -> assertThat(line.split("(?<!\\\\)\\|")).hasSize(6))
        .allSatisfy(line -> assertThat(line).doesNotContain("<b>"));
  }

  @Test
  void aLongListIsCut() throws IOException {
    List<Finding> many = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      many.add(Findings.of(Results.ALL.get(i), Verdict.FAIL, "x", List.of()));
    }
    assertThat(written(Results.of(many))).contains("and 10 more").contains("Again: `bits-tck");
  }

  @Test
  void aClientIsNamedByTheWayItIsDriven() throws IOException {
    assertThat(written(Results.ofClient()))
        .contains("a client driven by ./upload, profile strict", "Note: the client knows");
  }

  @Test
  void aCleanRunHasNoTableOfFindings() throws IOException {
    assertThat(written(Results.of(List.of()))).doesNotContain("| verdict |", "Again");
  }
}
