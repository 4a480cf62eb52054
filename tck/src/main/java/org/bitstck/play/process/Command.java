package org.bitstck.play.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitstck.play.SubjectControl.Refused;

/** A short command of the user's. */
final class Command {
  private Command() {}

  /**
   * Runs it to its end.
   *
   * @throws Refused if it cannot be run, does not end in time, or ends with another code than 0
   */
  static void run(List<String> command, Path folder, Duration within) throws Refused {
    String name = String.join(" ", command);
    try {
      Path output = Files.createTempFile("bits-tck-", ".log");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(folder == null ? null : folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
          throw new Refused("'" + name + "' did not end within " + within.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
          String said = Files.readString(output, StandardCharsets.ISO_8859_1).strip();
          throw new Refused("'" + name + "' ended with " + process.exitValue() + ": " + said);
        }
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new Refused("'" + name + "' cannot be run: " + NotStarted.why(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("interrupted");
    }
  }
}
