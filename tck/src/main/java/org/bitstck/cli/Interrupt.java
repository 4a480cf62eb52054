package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.bitstck.engine.SubjectRun;

/** Until it is closed, Ctrl-C ends the run and still writes the reports of what ran. */
final class Interrupt {
  private final Thread hook;

  Interrupt(SubjectRun run, ReportFiles files, PrintWriter err) {
    hook =
        new Thread(
            () -> {
              run.cancel();
              err.println();
              err.println("bits-tck: interrupted");
              try {
                files.write(run.result()).forEach(path -> err.println("written: " + path));
              } catch (IOException | RuntimeException e) {
                err.println("bits-tck: no report of what ran: " + e.getMessage());
              }
              err.flush();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // it is running
    }
  }
}
