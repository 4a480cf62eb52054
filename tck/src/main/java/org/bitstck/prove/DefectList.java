package org.bitstck.prove;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Peer;

/** Asks a peer which defects it can be told to have. */
public final class DefectList {
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private DefectList() {}

  /**
   * @param command prints the list and ends
   * @throws Unplayable if it does not, or prints something else
   */
  public static List<Defect> of(Peer peer, List<String> command, Catalogue catalogue)
      throws Unplayable {
    try {
      return new DefectReader(peer, catalogue).read(lines(command));
    } catch (IOException e) {
      throw new Unplayable(e.getMessage());
    }
  }

  /** Into files: a list of hundreds of lines would fill a pipe that nobody empties. */
  private static List<String> lines(List<String> command) throws IOException {
    String name = String.join(" ", command);
    Path out = Files.createTempFile("bits-tck-defects-", ".jsonl");
    Path err = Files.createTempFile("bits-tck-defects-", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("'" + name + "' did not end within " + WITHIN.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        String said = Files.readString(err, StandardCharsets.ISO_8859_1).strip();
        throw new IOException(
            "'"
                + name
                + "' ended with "
                + process.exitValue()
                + (said.isEmpty() ? "" : ": " + said));
      }
      return Files.readAllLines(out);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }
}
