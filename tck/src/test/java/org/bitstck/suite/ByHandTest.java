package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.FiveFaults;
import org.bitstck.peers.Peer;
import org.bitstck.peers.wrong.WrongServer;
import org.bitstck.report.Lesson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines for curl that stand with a finding are executed, and show what was found. */
@Execution(ExecutionMode.CONCURRENT)
class ByHandTest {
  /**
   * One server for each way to write a request: a packet, several, raw bytes, none that curl can.
   */
  private static final int EVERY = Integer.getInteger("bits-tck.by-hand.every", 12);

  private static final Pattern STATUS_LINE = Pattern.compile("(?m)^HTTP/1\\.[01] ([0-9]{3})\\b.*$");

  @BeforeAll
  static void curlIsThere() {
    boolean there =
        Stream.of("sh", "curl", "awk")
            .allMatch(
                tool ->
                    Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool))));
    assumeTrue(there, "needs sh, awk and curl on the PATH");
  }

  static Stream<WrongServer> servers() {
    List<WrongServer> all = WrongServer.all();
    return Stream.iterate(0, i -> i < all.size(), i -> i + EVERY)
        .map(all::get)
        .filter(server -> !server.silent());
  }

  @Test
  void allOfFiveFaultsAreShown() {
    Set<String> shown = new TreeSet<>();
    List<String> unlike = shownBy(new FiveFaults(), shown);
    assertThat(unlike).isEmpty();
    assertThat(shown).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aFaultIsShown(WrongServer server) {
    assertThat(shownBy(server.make().get(), new TreeSet<>())).isEmpty();
  }

  private static List<String> shownBy(Peer peer, Set<String> shown) {
    List<String> unlike = new ArrayList<>();
    Runs.of(
        peer,
        Runs.PATIENT,
        result -> {
          for (Finding finding : result.findings()) {
            if (finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.WARN) {
              show(finding, result, shown).ifPresent(unlike::add);
            }
          }
        });
    return unlike;
  }

  /** What is unlike; empty if the script shows the finding, or there is none for a reason. */
  private static Optional<String> show(Finding finding, RunResult result, Set<String> shown) {
    Lesson lesson = Lesson.of(finding, result, more -> "bits-tck server " + more);
    if (lesson.curl().isEmpty()) {
      assertThat(lesson.whyNoCurl()).as(finding.checkId()).isNotEmpty();
      if (EVERY == 1) {
        System.out.println("NOCURL " + finding.checkId() + " " + lesson.whyNoCurl());
      }
      return Optional.empty();
    }
    shown.add(finding.requirement().id());
    List<Exchange> exchanges = finding.upToThere();
    List<String> wanted = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      exchange.interim().forEach(answer -> wanted.add(essence(answer)));
      exchange.answer().ifPresent(answer -> wanted.add(essence(answer)));
    }
    String output = executed(lesson.curl().get());
    List<String> came = essences(output);
    // behind a request as written there may be more answers than the kit has read
    boolean alike = came.size() >= wanted.size() && came.subList(0, wanted.size()).equals(wanted);
    return alike
        ? Optional.empty()
        : Optional.of(
            finding.checkId()
                + "\n"
                + lesson.curl().get()
                + "\nshould end with "
                + wanted
                + ", but: "
                + came
                + "\n"
                + output);
  }

  private static String executed(String script) {
    try {
      Path output = Files.createTempFile("bits-tck-by-hand-", ".txt");
      try {
        Process shell =
            new ProcessBuilder("sh", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!shell.waitFor(1, TimeUnit.MINUTES)) {
          shell.descendants().forEach(ProcessHandle::destroyForcibly);
          shell.destroyForcibly();
          throw new AssertionError("does not end: " + script);
        }
        return Files.readString(output, StandardCharsets.ISO_8859_1);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What findings are mostly about. */
  private static String essence(Response response) {
    return essence(
        response.status(),
        response.headers().lines().stream().map(h -> h.name() + ": " + h.value()).toList());
  }

  /** The same of the answers in what curl printed. */
  private static List<String> essences(String output) {
    List<String> answers = new ArrayList<>();
    Matcher start = STATUS_LINE.matcher(output);
    while (start.find()) {
      String head = output.substring(start.end()).split("\n\r?\n", 2)[0];
      answers.add(essence(Integer.parseInt(start.group(1)), head.strip().lines().toList()));
    }
    return answers;
  }

  private static String essence(int status, List<String> headers) {
    return status
        + headers.stream()
            .map(String::strip)
            .filter(line -> line.regionMatches(true, 0, "BITS-", 0, 5))
            .filter(line -> !line.regionMatches(true, 0, "BITS-Session-Id", 0, 15))
            .sorted()
            .collect(Collectors.joining("; ", " ", ""));
  }
}
