package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job as the README shows it: the jar, the bundled reference server, the verdict. */
class TourIT {
  /** Run once for several tests. */
  @TempDir static Path interop;

  private static Kit.Ended tour;

  @TempDir Path folder;

  @BeforeAll
  static void playInDifferentOrders() throws Exception {
    tour = play(interop, "--repeat", "3", "--shuffle");
  }

  private static Kit.Ended play(Path reports, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(List.of("server", "--report", "json,junit", "--out", reports.toString()));
    arguments.addAll(List.of(more));
    return Kit.run(arguments.toArray(String[]::new));
  }

  @Test
  void theReferenceServerPasses() throws Exception {
    assertConformant(tour, interop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"strict", "win32"})
  void soItDoesInTheOtherProfiles(String profile) throws Exception {
    assertConformant(play(folder, "--profile", profile), folder);
  }

  private static void assertConformant(Kit.Ended ended, Path reports) throws Exception {
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("Of 164 requirements: ").contains("junit.xml\n");
    Report report = Report.in(reports);
    assertThat(report.verdict()).isEqualTo("CONFORMANT");
    assertThat(report.requirements("fail")).isZero();
    assertThat(report.requirements("blocked")).isZero();
    assertThat(report.requirements("notExercised")).isZero();
    assertThat(
            IntStream.of(
                    report.requirements("pass"),
                    report.requirements("fail"),
                    report.requirements("warn"),
                    report.requirements("info"),
                    report.requirements("notApplicable"),
                    report.requirements("blocked"),
                    report.requirements("notTestable"),
                    report.requirements("notExercised"))
                .sum())
        .isEqualTo(report.requirements("total"));
    assertThat(reports.resolve("junit.xml")).isNotEmptyFile();
    assertThat(reports.resolve("server.log")).isNotEmptyFile();
  }

  @Test
  void theOrderIsSaid() {
    assertThat(tour.output()).contains("shuffled with seed");
  }

  /** The second HTTP stack checks the first: where both can speak they have to agree. */
  @Test
  void bothTransportsComeToTheSameVerdicts() throws Exception {
    Kit.Ended ended = play(folder, "--transport", "rest-assured");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    Map<String, String> socket = Report.in(interop).verdicts();
    Map<String, String> library = Report.in(folder).verdicts();
    library.values().removeIf("NOT_APPLICABLE"::equals);
    socket.keySet().retainAll(library.keySet());
    assertThat(library).hasSizeGreaterThan(150).isEqualTo(socket);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anInterruptEndsTheServerAndStillWritesTheReports(boolean plain) throws Exception {
    Path output = folder.resolve("output.txt");
    Process kit =
        Kit.start(
            plain ? Kit.plainCommand() : Kit.command(),
            output,
            "server",
            "--repeat=1000",
            "--report=json",
            "--out=" + folder);
    Awaitility.await()
        .atMost(1, TimeUnit.MINUTES)
        .until(() -> Files.readString(output).contains("playing"));
    List<ProcessHandle> others = kit.descendants().toList();
    // the server, and where the first JVM has no options a second one
    assertThat(others).hasSize(plain ? 2 : 1);

    kit.destroy(); // SIGTERM goes the way of Ctrl-C

    assertThat(kit.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(kit.exitValue()).isNotZero();
    for (ProcessHandle other : others) {
      Awaitility.await().atMost(1, TimeUnit.MINUTES).until(() -> !other.isAlive());
    }
    assertThat(folder.resolve("report.json")).isNotEmptyFile();
    assertThat(Files.readString(output)).contains("interrupted");
  }

  @Test
  void theExitCodeIsThatOfTheSecondJvm() throws Exception {
    Path output = folder.resolve("output.txt");

    Process kit = Kit.start(Kit.plainCommand(), output, "server", "http://127.0.0.1:1/");

    assertThat(kit.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(kit.exitValue()).as(Files.readString(output)).isEqualTo(3);
    assertThat(output).content().hasLineCount(1);
  }
}
