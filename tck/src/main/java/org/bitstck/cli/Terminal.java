package org.bitstck.cli;

import org.bitstck.judge.Verdict;
import org.bitstck.report.ConsoleReport;
import picocli.CommandLine.Help.Ansi;

/**
 * What the output goes to.
 *
 * @param interactive a person watches: progress may be drawn and redrawn
 * @param colours as picocli tells, {@code NO_COLOR} respected
 */
record Terminal(boolean interactive, boolean colours) implements ConsoleReport.Style {

  private static final int USUAL_WIDTH = 80;

  static Terminal detect() {
    boolean terminal =
        System.console() != null
            && System.getenv("CI") == null
            && !"dumb".equals(System.getenv("TERM"));
    return new Terminal(terminal && isTerminal(), Ansi.AUTO.enabled());
  }

  /** From JDK 22 on a console exists without a terminal as well, and says which it is. */
  private static boolean isTerminal() {
    try {
      Object console = System.console();
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Columns; a guess where the environment does not tell. */
  static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{1,3}")
        ? Integer.parseInt(columns)
        : USUAL_WIDTH;
  }

  @Override
  public String bold(String text) {
    return colours ? Ansi.ON.string("@|bold " + text + "|@") : text;
  }

  @Override
  public String verdict(Verdict verdict, String text) {
    if (!colours) {
      return text;
    }
    String colour = verdict.isBad() ? "red" : verdict == Verdict.WARN ? "yellow" : "green";
    return Ansi.ON.string("@|bold," + colour + " " + text + "|@");
  }
}
