package org.bitstck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The completion scripts, asked by the shells themselves where these are there. */
class CompletionTest {
  @TempDir private Path folder;

  private static String script(String shell) {
    StringWriter out = new StringWriter();
    // as it is called: commands that are not asked for are not known
    CommandLine kit = Main.commandLine("completion", shell).setOut(new PrintWriter(out));
    assertThat(kit.execute("completion", shell)).isZero();
    return out.toString();
  }

  private static void assumeThereIs(String shell) {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(path -> Files.isExecutable(Path.of(path, shell))),
        "needs " + shell + " on the PATH");
  }

  @ParameterizedTest
  @CsvSource({
    "'bits-tck ser',server",
    "'bits-tck compl',completion",
    "'bits-tck server --prof',--profile",
    "'bits-tck server --profile str',strict",
    "'bits-tck client --report op',open-test",
    "'bits-tck explain BITS-SRV-PING-00',BITS-SRV-PING-001"
  })
  void bashCompletes(String typed, String wanted) throws Exception {
    assumeThereIs("bash");
    Files.writeString(folder.resolve("completion"), script("bash"));
    List<String> words = List.of(typed.split(" "));
    String function =
        script("bash")
            .lines()
            .filter(line -> line.startsWith("complete -F "))
            .map(line -> line.split(" ")[2])
            .findFirst()
            .orElseThrow();
    String ask =
        "compopt() { :; }; source ./completion; COMP_WORDS=("
            + String.join(" ", words)
            + "); COMP_CWORD="
            + (words.size() - 1)
            + "; COMP_LINE='"
            + typed
            + "'; COMP_POINT=${#COMP_LINE}; "
            + function
            + "; printf '%s\\n' \"${COMPREPLY[@]}\"";
    assertThat(said("bash", "--norc", "-c", ask)).contains(wanted);
  }

  /** In a terminal, with the key: zsh's own completion calls what was written for bash. */
  @ParameterizedTest
  @CsvSource({
    "'bits-tck ser',bits-tck server ",
    "'bits-tck server --prof',--profile ",
    "'bits-tck server --profile str',--profile strict",
    "'bits-tck report m',report merge",
    "'bits-tck explain BITS-SRV-PING-00',BITS-SRV-PING-003"
  })
  void zshCompletes(String typed, String wanted) throws Exception {
    assumeThereIs("zsh");
    Files.writeString(folder.resolve("completion"), script("zsh"));
    Files.writeString(
        folder.resolve(".zshrc"),
        """
        autoload -Uz compinit && compinit -u -D
        source ./completion
        PROMPT='ready> '
        """);
    Files.writeString(
        folder.resolve("type.zsh"),
        """
        zmodload zsh/zpty
        zpty person "stty cols 200; ZDOTDIR=. TERM=dumb zsh -i"
        zpty -r person seen '*ready> *'
        zpty -w -n person "$1"$'\\t'
        zpty -r person seen "*$2*" && print -r -- "$seen"
        zpty -d person
        """);
    assertThat(said("zsh", "-f", "type.zsh", typed, wanted)).contains(wanted);
  }

  private String said(String... command) throws Exception {
    Path output = folder.resolve("output");
    Process shell =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(shell.waitFor(1, TimeUnit.MINUTES)).as(Files.readString(output)).isTrue();
    } finally {
      shell.descendants().forEach(ProcessHandle::destroyForcibly);
      shell.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }
}
