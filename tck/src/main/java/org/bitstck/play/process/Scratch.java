package org.bitstck.play.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder for files that come and go by the ten thousand: in memory where the system has such a
 * place with enough room, as some file systems are slow to take a file where many were deleted.
 */
public final class Scratch {
  private static final Path MEMORY = Path.of("/dev/shm");

  /** In bytes; all files of all runs at a time are far smaller. */
  private static final long ROOM = 512L << 20;

  private Scratch() {}

  /**
   * Makes a folder.
   *
   * @throws IOException if that cannot be done
   */
  public static Path create(String prefix) throws IOException {
    return hasRoom()
        ? Files.createTempDirectory(MEMORY, prefix)
        : Files.createTempDirectory(prefix);
  }

  private static boolean hasRoom() throws IOException {
    return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
  }

  /** Deletes a folder; what cannot be deleted is left to the system. */
  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // a temporary folder is left behind: the system clears it
    }
  }
}
