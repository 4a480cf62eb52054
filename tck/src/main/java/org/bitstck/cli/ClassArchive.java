package org.bitstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the launcher script that this JVM has loaded what a run loads, so that the archive of
 * classes it leaves behind is worth keeping. A wrong option ends a command long before that.
 */
final class ClassArchive {
  /** Names the file that says so; set by the script where an archive is made. */
  private static final String SAID_IN = "bits-tck.ran";

  private ClassArchive() {}

  static void worthKeeping() {
    String file = System.getProperty(SAID_IN);
    if (file != null) {
      try {
        Files.write(Path.of(file), new byte[0]);
      } catch (IOException e) {
        // the next run makes one
      }
    }
  }
}
