package org.bitstck.cli;

import org.bitstck.judge.Verdict;
import org.bitstck.report.ConsoleReport;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What the output goes to.
 *
 * @param interactive a person watches: progress may be drawn and redrawn
 * @param colours as picocli tells, {@code NO_COLOR} respected
 * @param width columns that a line of prose may take; 0 where nobody looks: a log is searched, and
 *     whoever shows it wraps it
 */
record Terminal(boolean interactive, boolean colours, int width) implements ConsoleReport.Style {
  private static final String COLUMNS = "COLUMNS";

  /** Prose in longer lines is hard to read. */
  private static final int WIDEST = 120;

  static Terminal detect() {
    boolean terminal =
        System.console() != null
            && System.getenv("CI") == null
            && !"dumb".equals(System.getenv("TERM"));
    boolean interactive = terminal && isTerminal();
    return new Terminal(interactive, Ansi.AUTO.enabled(), Math.min(WIDEST, columns(interactive)));
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

  /** Shells seldom hand COLUMNS on, but whoever does means it; picocli asks the terminal itself. */
  private static int columns(boolean interactive) {
    String told = System.getenv(COLUMNS);
    if (told != null && told.matches("[1-9][0-9]{1,3}")) {
      return Integer.parseInt(told);
    }
    return interactive ? new UsageMessageSpec().autoWidth(true).width() : 0;
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
