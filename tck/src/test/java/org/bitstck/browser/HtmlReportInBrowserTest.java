package org.bitstck.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitstck.judge.Verdict;
import org.bitstck.report.LargeResults;
import org.bitstck.report.html.HtmlReport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does with the page, in a browser. Skipped where there is none. */
class HtmlReportInBrowserTest {
  private static final int CHECKS = 5000;

  @TempDir static Path folder;

  private static URI page;
  private static Browser browser;

  @BeforeAll
  static void aBrowserAndAReport() throws IOException {
    Optional<Path> program = Browser.find();
    assumeTrue(
        program.isPresent(),
        "no Chromium or Chrome on the PATH, and none named by BITS_TCK_BROWSER");
    Path file = folder.resolve("report.html");
    try (Writer writer = Files.newBufferedWriter(file)) {
      new HtmlReport("1.2.3", more -> "bits-tck server http://127.0.0.1/ " + more)
          .write(LargeResults.of(CHECKS), writer);
    }
    page = file.toUri();
    browser = Browser.start(program.get());
  }

  @AfterAll
  static void end() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void open() {
    browser.complaints().clear();
    browser.screen(1200, 900, "light");
    browser.open(URI.create("about:blank#" + System.nanoTime()));
    browser.open(page);
  }

  @AfterEach
  void thePageHasCausedNoErrorAndAskedForNothing() {
    assertThat(browser.complaints()).isEmpty();
  }

  private static int count(String selector) {
    return browser.evaluate("document.querySelectorAll(" + quoted(selector) + ").length").asInt();
  }

  private static String quoted(String selector) {
    return "'" + selector.replace("'", "\\'") + "'";
  }

  private static int visibleRows() {
    return browser
        .evaluate(
            "[...document.querySelectorAll('.row')].filter(row => row.checkVisibility()).length")
        .asInt();
  }

  @Test
  void theVerdictAndItsDenominatorAreInSight() {
    assertThat(browser.text("document.querySelector('.verdict').textContent"))
        .isEqualTo("NOT CONFORMANT");
    assertThat(
            browser
                .evaluate("document.querySelector('.of').getBoundingClientRect().bottom")
                .asDouble())
        .isBetween(1.0, 900.0);
  }

  @Test
  void allChecksAreThere() {
    assertThat(count("article") + count(".passed span")).isEqualTo(CHECKS);
  }

  /** Far more than the two seconds that it may take would be seen by a person; this is a guard. */
  @Test
  void itIsOpenedInAMomentAlthoughItIsLong() {
    double millis =
        browser
            .evaluate(
                "(() => { const n = performance.getEntriesByType('navigation')[0];"
                    + " return n.loadEventEnd - n.startTime; })()")
            .asDouble();
    assertThat(millis).isLessThan(20_000);
    System.out.println(CHECKS + " checks opened in " + Math.round(millis) + " ms");
  }

  @Test
  void filteredToFailuresOneIsOpenedAndItsExchangeSeen() {
    browser.click(".filters button[data-mark=fail]");
    int failed = LargeResults.requirements(CHECKS, Verdict.FAIL);
    assertThat(visibleRows()).isEqualTo(failed);
    assertThat(browser.text("document.getElementById('shown').textContent"))
        .startsWith(failed + " of ");

    browser.click(".row.fail > summary");
    browser.await("document.querySelector('.row.fail').open");
    browser.click(".row.fail article details.wire > summary");
    browser.await("document.querySelector('.row.fail article details.wire').open");
    assertThat(browser.text("document.querySelector('.row.fail article pre').textContent"))
        .isNotEmpty();
    assertThat(browser.text("document.querySelector('.row.fail details.wire pre').textContent"))
        .contains("> BITS_POST");
    assertThat(browser.text("document.querySelector('.row.fail').innerText"))
        .contains("Why it matters", "legal", "came", "again");
  }

  @Test
  void theTableOfAreasAddsUpAndLeadsToThem() {
    browser.click(".areas > summary");
    browser.await("document.querySelector('.areas').open");
    assertThat(
            browser
                .evaluate(
                    "[...document.querySelectorAll('.areas tbody td:last-child')]"
                        + ".reduce((sum, cell) => sum + Number(cell.textContent), 0)")
                .asInt())
        .isEqualTo(browser.evaluate("document.querySelectorAll('.row').length").asInt());
    browser.click(".areas tbody tr:last-child a");
    browser.await(
        "(() => { const top = document.querySelector(location.hash).getBoundingClientRect().top;"
            + " return top >= 0 && top < innerHeight; })()");
  }

  @Test
  void searchedFor() {
    String id = LargeResults.first();
    browser.press("/");
    browser.await("document.activeElement.id === 'search'");
    browser.type(id.toLowerCase(java.util.Locale.ROOT));
    browser.await("document.querySelectorAll('.row:not([hidden])').length === 1");
    assertThat(browser.text("document.querySelector('.row:not([hidden])').id")).isEqualTo(id);

    browser.press("Escape");
    browser.await("document.querySelectorAll('.row[hidden]').length === 0");

    browser.press("/");
    browser.type("no such thing");
    browser.await("!document.getElementById('none').hidden");
  }

  @Test
  void aLinkToARequirementOpensItAndOneToAFindingAsWell() {
    String id = LargeResults.first();
    browser.open(URI.create(page + "#" + id));
    browser.await("document.getElementById('" + id + "').open");

    String anchor = browser.text("document.querySelector('.row.fail article').id");
    browser.open(URI.create("about:blank#" + System.nanoTime()));
    browser.open(URI.create(page + "#" + anchor));
    browser.await("document.getElementById('" + anchor + "').closest('.row').open");
    browser.await(
        "(() => { const top = document.getElementById('"
            + anchor
            + "').getBoundingClientRect().top; return top >= 0 && top < innerHeight; })()");
  }

  /** The tools stay on top, and take two lines where there is little room. */
  @ParameterizedTest
  @ValueSource(ints = {1400, 800, 390})
  void whatALinkLeadsToDoesNotLieUnderTheTools(int width) {
    browser.screen(width, 900, "light");
    browser.open(URI.create("about:blank#" + System.nanoTime()));
    String id = LargeResults.last();
    browser.open(URI.create(page + "#" + id));
    browser.await(
        "(() => { const summary = document.querySelector('#"
            + id
            + " > summary').getBoundingClientRect();"
            + " const tools = document.querySelector('.tools').getBoundingClientRect();"
            + " return summary.top >= tools.bottom && summary.bottom < innerHeight; })()");
  }

  @Test
  void aLinkIsFollowedInThePage() {
    browser.click(".row.fail > summary");
    browser.click(".row.fail .sources a");
    String id = browser.text("document.querySelector('.row.fail').id");
    browser.await("location.hash === '#" + id + "'");
    assertThat(browser.evaluate("document.querySelector('.row.fail').open").asBoolean()).isTrue();
  }

  @Test
  void byKeyboardAlone() {
    browser.press("Tab");
    assertThat(browser.text("document.activeElement.className")).isEqualTo("skip");
    browser.evaluate("document.querySelector('.filters button[data-mark=fail]').focus()");
    browser.press("Enter");
    assertThat(visibleRows()).isEqualTo(LargeResults.requirements(CHECKS, Verdict.FAIL));
    browser.evaluate("document.querySelector('.row.fail > summary').focus()");
    browser.press("Enter");
    browser.await("document.querySelector('.row.fail').open");
  }

  /** WCAG 2: 4.5 to 1 for text. */
  @ParameterizedTest
  @CsvSource({"1200, light", "1200, dark", "390, light", "320, dark"})
  void everyScreenShowsItAllInReadableColours(int width, String scheme) {
    browser.screen(width, 900, scheme);
    browser.evaluate("document.querySelector('.row.fail').open = true");
    assertThat(
            browser
                .evaluate(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                .asBoolean())
        .as("nothing has to be scrolled sideways")
        .isTrue();
    assertThat(
            browser
                .evaluate(
                    """
                    (() => {
                      const channel = c => (c /= 255) <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4;
                      const light = colour => {
                        const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
                        return .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
                      };
                      const ground = light(getComputedStyle(document.body).backgroundColor);
                      return Math.min(...['.verdict', '.statement', '.level', '.kind', '.badge.fail',
                          '.badge.warn', '.badge.pass', '.badge.blocked', '.badge.not-applicable', 'dt']
                        .map(selector => document.querySelector(selector)).filter(Boolean)
                        .map(element => light(getComputedStyle(element).color))
                        .map(text => (Math.max(text, ground) + .05) / (Math.min(text, ground) + .05)));
                    })()
                    """)
                .asDouble())
        .isGreaterThan(4.5);
  }
}
