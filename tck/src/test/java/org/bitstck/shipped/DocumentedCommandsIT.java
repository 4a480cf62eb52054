package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitstck.peers.PlainServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the README and the pages show is run, or it is said here why it is not. */
@Execution(ExecutionMode.CONCURRENT)
class DocumentedCommandsIT {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$");

  /** Parts of lines that are not run, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          Map.entry("mvn verify", "this is it"),
          Map.entry("mvn test -Dtest=", "JavaProjectIT"),
          Map.entry("--shard", "ManyMachinesIT"),
          Map.entry("report merge", "ManyMachinesIT"),
          Map.entry("--wait", "waits for a person; WaitDriverTest"),
          Map.entry("bits-tck prove", "plays many suites; its own tests"),
          Map.entry("/benchmarks/run", "wants a quiet machine"),
          Map.entry("mvn -Pmutation", "takes an hour"),
          Map.entry("mutation/table.sh", "wants what mvn -Pmutation leaves"),
          Map.entry("apt-get install", "changes the machine"),
          Map.entry("podman ", "wants an image from the network"),
          Map.entry("jq ", "a program that is not everywhere"));

  /** Parts of blocks that are not run, and why. */
  private static final Map<String, String> BLOCKS_NOT_RUN =
      Map.of(
          "bits-server.jar", "runs until it is stopped; the tests of that module",
          "bits-upload.jar", "in a terminal of its own; the tests of that module",
          "bits() {", "for curl, to be filled in by the reader; ByHandTest");

  /** Other lines of blocks that are no commands: what they print. */
  private static final Pattern COMMAND =
      Pattern.compile("(bits-tck|java|mvn|sh|podman|curl|python3) .*");

  @TempDir Path folder;

  static Stream<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      docs.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
    }
    return pages.stream().filter(page -> !commands(page).isEmpty());
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** All lines of blocks for a shell, and what looks like a command in blocks of no language. */
  private static List<String> commands(Path page) {
    List<String> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(text(page));
    while (block.find()) {
      boolean shell = block.group(1).equals("sh");
      String text = block.group(2);
      boolean script = text.startsWith("#!"); // a file of the examples
      if (script || BLOCKS_NOT_RUN.keySet().stream().anyMatch(text::contains)) {
        continue;
      }
      for (String line : oneLineEach(text).split("\\n")) {
        String command = line.replaceFirst("\\s+#.*$", "").strip();
        boolean looks = COMMAND.matcher(command).matches();
        if (!command.isEmpty()
            && !command.startsWith("#")
            && (shell || block.group(1).isEmpty() && looks)
            && NOT_RUN.keySet().stream().noneMatch(command::contains)) {
          commands.add(command);
        }
      }
    }
    return commands;
  }

  /** What goes on in the next line, and loops, in one line. */
  private static String oneLineEach(String block) {
    return Pattern.compile("(?ms)^for .*?^done$")
        .matcher(block.replaceAll("\\\\\\n\\s*", ""))
        .replaceAll(
            loop ->
                Matcher.quoteReplacement(loop.group().replace("\n", "; ").replace("do; ", "do ")));
  }

  @Test
  void theScriptInTheRootIsTheKit() throws Exception {
    Kit.Ended ended =
        new Shell(folder, Map.of("JAVA_HOME", System.getProperty("java.home")))
            .run("'" + ROOT.resolve("bits-tck").toRealPath() + "' explain BITS-SRV-FRAGMENT-005");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("BITS-SRV-FRAGMENT-005  MUST");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void areAsTheySay(Path page) throws Exception {
    try (PlainServer server = new PlainServer()) {
      server.start();
      Shell shell = new Shell(folder, Map.of("SERVER", server.url().toString()));
      boolean client = page.getFileName().toString().contains("client");
      Files.writeString(
          folder.resolve("bits-tck.yaml"), client ? Subjects.ofClient() : Subjects.of(server));
      Matcher scenarios =
          Pattern.compile("(?ms)^```yaml\\n(topic: field.*?)^```$").matcher(text(page));
      if (scenarios.find()) {
        Files.writeString(folder.resolve("last-night.yaml"), scenarios.group(1));
      }
      for (String command : commands(page)) {
        Kit.Ended ended =
            shell.run(
                command
                    .replace("http://127.0.0.1:8080/uploads/", server.url().toString())
                    .replace("server URL", "server " + server.url())
                    .replace("--for 30s", "--for 2s")
                    .replace("--repeat 20", "--repeat 2")
                    .replaceFirst("application http://127.0.0.1:9099/take.*", "application"));
        // 1: the examples are simple peers, and are told what they lack
        assertThat(ended.exitCode()).as(command + "\n" + ended.output()).isBetween(0, 1);
        assertThat(ended.output()).as(command).doesNotContain("\tat ");
      }
    }
  }
}
