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
          Map.entry("--wait", "waits for a person; WaitDriverTest"),
          Map.entry("bits-tck prove", "plays many suites; its own tests"),
          Map.entry("/benchmarks/run", "wants a quiet machine"),
          Map.entry("apt-get install", "changes the machine"),
          Map.entry("podman ", "wants an image from the network"),
          Map.entry("bits-server.jar", "the tests of that module"),
          Map.entry("bits-upload.jar", "the tests of that module"),
          Map.entry("PORT/", "to be filled in by the reader"),
          Map.entry("bits -H", "lines for curl, to be filled in by the reader"),
          Map.entry("bits()", "lines for curl, to be filled in by the reader"),
          Map.entry("ID='{…}'", "lines for curl, to be filled in by the reader"));

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
      if (shell && block.group(2).startsWith("#!")) {
        continue; // a whole script, which is a file of the examples
      }
      for (String line : block.group(2).replaceAll("\\\\\\n\\s*", "").split("\\n")) {
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void areAsTheySay(Path page) throws Exception {
    try (PlainServer server = new PlainServer()) {
      server.start();
      Shell shell = new Shell(folder, Map.of());
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
                    .replace("server URL", "server " + server.url()));
        // 1: the examples are simple peers, and are told what they lack
        assertThat(ended.exitCode()).as(command + "\n" + ended.output()).isBetween(0, 1);
        assertThat(ended.output()).as(command).doesNotContain("\tat ");
      }
    }
  }
}
