package org.bitstck.cli;

import java.io.PrintWriter;
import org.bitstck.prove.Control;
import org.bitstck.prove.Defect;
import org.bitstck.prove.Prover;

/** Shows that runs go on: one line on a terminal, a line now and then elsewhere. */
final class ProveProgress implements Prover.Listener {
  private static final long PLAIN_NANOS = 5_000_000_000L;

  private final PrintWriter out;
  private final boolean interactive;
  private final boolean quiet;
  private int total;
  private int done;
  private long shownNanos = System.nanoTime();

  ProveProgress(PrintWriter out, Terminal terminal, boolean quiet) {
    this.out = out;
    this.interactive = terminal.interactive();
    this.quiet = quiet;
  }

  @Override
  public synchronized void started(int runs) {
    total = runs;
  }

  @Override
  public synchronized void controlled(Control control) {
    done++;
    if (!quiet) {
      clear();
      out.println(
          "the "
              + control.name()
              + " without a defect, profile "
              + control.profile().text()
              + ": "
              + (control.isClean()
                  ? "passes " + control.heard().played() + " scenarios"
                  : "does NOT pass"));
      out.flush();
    }
  }

  @Override
  public synchronized void played(Defect defect) {
    done++;
    long now = System.nanoTime();
    if (quiet || !interactive && now - shownNanos < PLAIN_NANOS) {
      return;
    }
    shownNanos = now;
    String line = done + "/" + total + "  " + defect.id();
    if (interactive) {
      out.print("\r\u001B[K" + (line.length() > 78 ? line.substring(0, 78) : line));
    } else {
      out.println(line);
    }
    out.flush();
  }

  /** Takes the progress line away. */
  synchronized void clear() {
    if (!quiet && interactive) {
      out.print("\r\u001B[K");
      out.flush();
    }
  }
}
