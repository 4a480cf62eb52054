package org.bitstck.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete the kit's commands and options. */
@Command(
    name = "completion",
    description = "Print a completion script for your shell.",
    footer = {
      "%nExamples:",
      "  source <(bits-tck completion bash)",
      "  source <(bits-tck completion zsh)          behind compinit, in .zshrc",
      "  bits-tck completion bash > /etc/bash_completion.d/bits-tck",
      "%nThe shell has to know the kit as bits-tck, a script on the PATH for example:",
      "  exec java -jar /path/to/bits-tck.jar \"$@\""
    })
final class CompletionCommand implements Callable<Integer> {
  /** Shells that are known. */
  enum Shell {
    BASH,
    ZSH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Reads a shell's name. */
  static final class ShellConverter implements ITypeConverter<Shell> {
    @Override
    public Shell convert(String value) {
      return Candidates.of(Shell.values(), value);
    }
  }

  @Parameters(
      paramLabel = "SHELL",
      converter = ShellConverter.class,
      description = "${COMPLETION-CANDIDATES}")
  private Shell shell;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine kit = spec.root().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    if (shell == Shell.ZSH) {
      // what follows is written for bash, and zsh takes it then
      out.println("autoload -U +X bashcompinit && bashcompinit");
    }
    out.println(AutoComplete.bash(kit.getCommandName(), kit));
    out.flush();
    return ExitCode.CONFORMANT;
  }
}
