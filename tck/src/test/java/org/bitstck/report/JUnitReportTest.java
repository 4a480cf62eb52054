package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bitstck.engine.RunResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class JUnitReportTest {

  private static Document written(RunResult result) throws Exception {
    StringWriter text = new StringWriter();
    new JUnitReport(Results::again).write(result, text);
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text.toString())));
  }

  private static List<Element> elements(Document document, String name) {
    List<Element> elements = new ArrayList<>();
    var nodes = document.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void failuresErrorsAndSkippedAreCountedAsTheyStandThere() throws Exception {
    Document report = written(Results.oneOfEach());

    for (String counted : List.of("testsuites", "testsuite")) {
      Element suite = elements(report, counted).get(0);
      assertThat(suite.getAttribute("tests")).isEqualTo("8");
      assertThat(suite.getAttribute("failures")).isEqualTo("1");
      assertThat(suite.getAttribute("errors")).isEqualTo("3");
      assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    }
    assertThat(elements(report, "testcase")).hasSize(8);
    assertThat(elements(report, "failure")).hasSize(1);
    assertThat(elements(report, "error"))
        .extracting(e -> e.getAttribute("type"))
        .containsExactly("KIT ERROR", "SUBJECT ERROR", "BLOCKED");
    assertThat(elements(report, "skipped")).hasSize(1);
    assertThat(elements(report, "system-out")).hasSize(2);
  }

  @Test
  void aTestCaseIsNamedForTopicScenarioAndRequirement() throws Exception {
    Element first = elements(written(Results.oneOfEach()), "testcase").get(0);
    assertThat(first.getAttribute("classname")).isEqualTo("a.topic");
    assertThat(first.getAttribute("name")).isEqualTo("a-scenario: " + Results.ALL.get(0).id());
    assertThat(first.getAttribute("time")).isEqualTo("0.012");
  }

  @Test
  void aRunWithoutFindingsIsWellFormed() throws Exception {
    assertThat(elements(written(Results.of(List.of())), "testsuite")).isEmpty();
  }

  @Test
  void secretsAreNotShown() throws IOException {
    StringWriter text = new StringWriter();
    var asked =
        org.bitstck.exchange.Exchanges.packet(
            "Ping", "Authorization: Basic c2VjcmV0", "Cookie: x9");
    new JUnitReport(Results::again)
        .write(
            Results.of(
                List.of(
                    org.bitstck.judge.Findings.of(
                        Results.ALL.get(0),
                        org.bitstck.judge.Verdict.FAIL,
                        "what came",
                        List.of(org.bitstck.exchange.Exchanges.answerTo(asked, 500))))),
            text);
    assertThat(text.toString()).contains("(not shown)").doesNotContain("c2VjcmV0", "x9");
  }
}
