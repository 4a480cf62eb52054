package org.bitstck.play.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.bitstck.play.Patience;
import org.bitstck.scenario.application.ApplicationStep.Effects;

/** The journal of the application: a text with a line for each effect, the upload's URL in it. */
final class EffectLog {
  private static final int POLL_MILLIS = 20;

  private final Path journal;
  private final Duration within;

  /**
   * @param journal null if there is none
   * @param within how long the first line may take to come behind the answer
   */
  EffectLog(Path journal, Duration within) {
    this.journal = journal;
    this.within = within;
  }

  /** Counts the lines with a URL, once there is one. */
  ToldStep look(Effects step, String url, Patience patience) {
    try {
      int count = count(url);
      if (count == 0) {
        count = await(url, patience);
      }
      return new ToldStep(step, null, null, count, null);
    } catch (IOException | UncheckedIOException e) {
      return new ToldStep(step, null, null, -1, "the journal cannot be read: " + e.getMessage());
    }
  }

  private int await(String url, Patience patience) throws IOException {
    long deadline = System.nanoTime() + within.toNanos();
    int count = 0;
    patience.longWait();
    try {
      while (count == 0 && System.nanoTime() < deadline) {
        Thread.sleep(POLL_MILLIS);
        count = count(url);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      patience.over();
    }
    return count;
  }

  private int count(String url) throws IOException {
    if (!Files.exists(journal)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(journal, StandardCharsets.ISO_8859_1)) {
      return (int) lines.filter(line -> line.replace("\\/", "/").contains(url)).count();
    }
  }
}
