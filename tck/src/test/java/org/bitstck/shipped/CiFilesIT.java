package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.peers.FiveFaults;
import org.bitstck.peers.PlainServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files for CI systems: they are well-formed, and their lines for the shell do what they say.
 */
class CiFilesIT {
  private static final Path ROOT = Path.of("..");
  private static final Path EXAMPLES = ROOT.resolve("docs/examples/ci");

  @TempDir Path folder;
  private final PlainServer server = new FiveFaults();

  @BeforeEach
  void start() throws IOException {
    server.start();
    Files.writeString(folder.resolve("bits-tck.yaml"), Subjects.of(server));
    Files.writeString(folder.resolve("known-failures.yaml"), "known-failures: []\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static Map<?, ?> yaml(Path file) throws IOException {
    return (Map<?, ?>)
        new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
  }

  private static String step(List<?> steps, String name) {
    return steps.stream()
        .map(step -> (Map<?, ?>) step)
        .filter(step -> name.equals(step.get("name")))
        .map(step -> (String) step.get("run"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theGitHubAction() throws Exception {
    Map<?, ?> action = yaml(ROOT.resolve(".github/actions/bits-tck/action.yml"));
    Map<?, ?> inputs = (Map<?, ?>) action.get("inputs");
    List<?> steps = (List<?>) ((Map<?, ?>) action.get("runs")).get("steps");
    assertThat(Files.readString(ROOT.resolve("docs/ci.md")))
        .contains(inputs.keySet().stream().map(input -> "| `" + input + "` |").toList());
    Path summary = folder.resolve("summary.md");
    Shell shell =
        new Shell(
            folder,
            Map.of(
                "ROLE", "server",
                "SUBJECT", "bits-tck.yaml",
                "KNOWN", "",
                "PROFILE", "interop",
                "OPTIONS", "--only BITS-SRV-ERR-013",
                "OUT", "reports",
                "GITHUB_STEP_SUMMARY", summary.toString()));

    Kit.Ended ended = shell.run(step(steps, "Test"));
    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    assertThat(shell.run(step(steps, "Summary")).exitCode()).isZero();

    assertThat(summary).content().contains("BITS-SRV-ERR-013");
    assertThat(folder.resolve("reports"))
        .isDirectoryContaining("glob:**/report.html")
        .isDirectoryContaining("glob:**/junit.xml")
        .isDirectoryContaining("glob:**/report.json");
  }

  @Test
  void theSnippetForGitLab() throws Exception {
    Map<?, ?> job = (Map<?, ?>) yaml(EXAMPLES.resolve("gitlab-ci.yml")).get("conformance");
    Shell shell = new Shell(folder, Map.of("KNOWN", "known-failures.yaml"));

    Kit.Ended ended =
        shell.run(String.join("\n", ((List<?>) job.get("script")).toArray(String[]::new)));

    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    Map<?, ?> reports = (Map<?, ?>) ((Map<?, ?>) job.get("artifacts")).get("reports");
    assertThat(folder.resolve((String) reports.get("junit"))).isNotEmptyFile();
  }

  @Test
  void theJenkinsfile() throws Exception {
    String text = Files.readString(EXAMPLES.resolve("Jenkinsfile"));
    Matcher line = Pattern.compile("sh '(.*)'").matcher(text);
    assertThat(line.find()).isTrue();

    Kit.Ended ended = new Shell(folder, Map.of()).run(line.group(1));

    assertThat(ended.exitCode()).as(ended.output()).isEqualTo(1);
    Matcher report = Pattern.compile("junit '(.*)'").matcher(text);
    assertThat(report.find()).isTrue();
    assertThat(folder.resolve(report.group(1))).isNotEmptyFile();
  }

  /** Base images are not to be had here; what is copied has to be there, and the script to work. */
  @Test
  void theContainerfile() throws Exception {
    String text = Files.readString(EXAMPLES.resolve("Containerfile"));
    Matcher copy = Pattern.compile("(?m)^COPY (\\S+) \\S+$").matcher(text);
    int copied = 0;
    for (; copy.find(); copied++) {
      assertThat(ROOT.resolve(copy.group(1))).exists();
    }
    assertThat(copied).isEqualTo(3);
    Matcher run = Pattern.compile("(?m)^RUN (.*)$").matcher(text);
    assertThat(run.find()).isTrue();
    Path installed = folder.resolve("bits-tck");
    Shell shell = new Shell(folder, Map.of());
    assertThat(
            shell
                .run(
                    run.group(1)
                        .replace("/usr/local/bin/bits-tck", installed.toString())
                        .replace("/opt/bits-tck/bits-tck.jar", Kit.JAR.toString()))
                .exitCode())
        .isZero();
    Kit.Ended ended = shell.run("'" + installed + "' explain BITS-SRV-ACK-001");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
  }
}
