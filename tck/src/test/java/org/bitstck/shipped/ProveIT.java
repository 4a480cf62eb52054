package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kit proved by the jar as it is shipped, with a handful of defects of each peer. */
class ProveIT {
  /** One of the server, one of the client, one of the application. */
  private static final String SOME = "BITS-SRV-PING-001,BITS-CLI-FRAGMENT-012,BITS-APP-REQUEST-001";

  @TempDir Path folder;

  private JsonNode proof() {
    return JsonMapper.shared().readTree(folder.resolve("proof.json").toFile());
  }

  @Test
  void someOfEachPeerAreKilledByTheirOwnRequirement() throws Exception {
    Kit.Ended ended =
        Kit.run("prove", "--only", SOME, "--report", "html,json", "--out", folder.toString());

    assertThat(ended.output()).doesNotContain("CONTROL", "NO CAUSE NAMED");
    assertThat(proof().get("controls")).hasSize(3).allMatch(c -> c.get("clean").asBoolean());
    assertThat(proof().get("requirements"))
        .hasSize(3)
        .allMatch(r -> r.get("state").asString().equals("own"));
    assertThat(folder.resolve("proof.html")).isNotEmptyFile();
  }

  /** The only one that checks it: deleted, weakened, and as it should be. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BITS-SRV-PING-002: {status: 200}             | NOT PROVED
          BITS-SRV-PING-001: {status: [2xx, 4xx, 5xx]} | NOT PROVED
          BITS-SRV-PING-001: {status: 200}             | PROVED
          """)
  void aHoleInTheSuiteIsNoticed(String expectation, String verdict) throws Exception {
    Path scenarios = folder.resolve("ping.yaml");
    Files.writeString(
        scenarios,
        """
        topic: ping/changed
        role: server
        scenarios:
          answered:
            title: PING is answered
            steps:
              - ping:
                expect:
                  %s
        """
            .formatted(expectation));

    Kit.Ended ended =
        Kit.run(
            "prove", "--only", "BITS-SRV-PING-001", "--scenarios", scenarios.toString(), "--quiet");

    assertThat(ended.output().lines().toList()).as(ended.output()).contains(verdict);
    assertThat(ended.exitCode()).isEqualTo(verdict.equals("PROVED") ? 0 : 1);
  }

  /** It is written by a run of minutes; what it is about is seen in a second. */
  @Test
  void thePageIsAboutTheDefectsThatThereAre() throws Exception {
    Kit.Ended list = Kit.run("prove", "--list");
    assertThat(list.exitCode()).as(list.output()).isZero();

    String page = Files.readString(Path.of("..", "docs", "proof.md"));
    assertThat(ids(page, "(?m)^\\| `([^`]+/[^`]+)` \\|"))
        .as("'bits-tck prove --table docs/proof.md' writes the page anew")
        .isEqualTo(ids(list.output(), "(?m)^(BITS-\\S+/\\S+)  "));
  }

  private static TreeSet<String> ids(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
