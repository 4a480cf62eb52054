package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.engine.RunResult;
import org.bitstck.exchange.Exchanges;
import org.bitstck.judge.Findings;
import org.bitstck.judge.Verdict;
import org.bitstck.report.html.HtmlReport;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");

  private static String written(RunResult result) throws IOException {
    StringWriter text = new StringWriter();
    new HtmlReport("1.2.3", more -> "bits-tck server http://127.0.0.1:8080/up/ " + more)
        .write(result, text);
    return text.toString();
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyRequirementOfTheDenominatorHasItsRow() throws IOException {
    List<String> ids = all(ID, written(Results.oneOfEach()));
    assertThat(ids).containsAll(Results.ALL.stream().map(r -> r.id()).toList());
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void theCountsAddUpToTheDenominator() throws IOException {
    List<String> numbers =
        all(
            Pattern.compile("<span class=\"part\"><i class=\"[a-z-]+\"></i><b>(\\d+)</b>"),
            written(Results.oneOfEach()));
    assertThat(numbers.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(Results.ALL.size());
  }

  @Test
  void aFindingTeaches() throws IOException {
    RunResult result =
        Results.of(
            List.of(
                Findings.of(
                    Results.ALL.get(0),
                    Verdict.FAIL,
                    "418 I'm a teapot",
                    List.of(Exchanges.answer(418, "X: y")))));
    assertThat(written(result))
        .contains(
            Results.ALL.get(0).impact(),
            "418 I&#39;m a teapot",
            "bits-tck server http://127.0.0.1:8080/up/ --only &#39;a.topic/a-scenario&#39; --trace"
                .replace("a.topic", result.findings().get(0).topic()),
            "&lt; X: y");
  }

  @Test
  void whatAPeerSaysStaysText() throws IOException {
    assertThat(written(Results.oneOfEach())).doesNotContain("<b>&\"").contains("&lt;b&gt;");
  }

  @Test
  void thePageNeedsNoNetwork() throws IOException {
    assertThat(written(Results.oneOfEach())).doesNotContain("src=", "@import", "url(", "<link");
  }

  @Test
  void aClientIsNamedByTheWayItIsDriven() throws IOException {
    assertThat(written(Results.ofClient()))
        .contains("driven by ./upload", "Note: the client knows");
  }

  @Test
  void aRunWithoutFindingsHasItsPage() throws IOException {
    assertThat(written(Results.of(List.of()))).contains("not exercised").doesNotContain("<article");
  }
}
