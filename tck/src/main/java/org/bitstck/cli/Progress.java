package org.bitstck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bitstck.engine.RunListener;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.scenario.Scenario;

/** Shows that work goes on: one line on a terminal, a line now and then elsewhere. */
final class Progress implements RunListener {
  private static final long REDRAW_NANOS = 80_000_000L;
  private static final long PLAIN_NANOS = 5_000_000_000L;

  private final PrintWriter out;
  private final Terminal terminal;
  private final boolean quiet;
  private final Set<String> running = new ConcurrentSkipListSet<>();
  private int total;
  private int done;
  private int failures;
  private long shownNanos = System.nanoTime();

  Progress(PrintWriter out, Terminal terminal, boolean quiet) {
    this.out = out;
    this.terminal = terminal;
    this.quiet = quiet;
  }

  @Override
  public synchronized void started(int planned) {
    total = planned;
    if (!quiet && !terminal.interactive()) {
      out.println("playing " + total + (total == 1 ? " scenario" : " scenarios"));
      out.flush();
    }
  }

  @Override
  public void scenarioStarted(Scenario scenario) {
    running.add(scenario.id());
  }

  @Override
  public synchronized void scenarioFinished(Scenario scenario, List<Finding> findings) {
    running.remove(scenario.id());
    done++;
    failures += (int) findings.stream().filter(f -> f.verdict() == Verdict.FAIL).count();
    long every = terminal.interactive() ? REDRAW_NANOS : PLAIN_NANOS;
    if (!quiet && System.nanoTime() - shownNanos > every) {
      shownNanos = System.nanoTime();
      show();
    }
  }

  private void show() {
    String first = running.stream().findFirst().orElse("");
    String line = done + "/" + total + ", failures: " + failures + "  " + first;
    if (terminal.interactive()) {
      int width = terminal.width();
      out.print("\r\u001B[K" + (line.length() >= width ? line.substring(0, width - 1) : line));
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** Takes the progress line away. */
  synchronized void clear() {
    if (!quiet && terminal.interactive()) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }
}
