package org.bitstck.play.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Temporary folders. */
public final class Scratch {
  private static final Path MEMORY = Path.of("/dev/shm");

  /** In bytes; all files of all runs at a time are far smaller. */
  private static final long ROOM = 512L << 20;

  /** Those to be deleted by whoever made them, or at the end of this process. */
  private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> List.copyOf(OPEN).forEach(Scratch::delete)));
  }

  private Scratch() {}

  /** Where a folder is made. */
  public interface Place {
    /**
     * Makes one.
     *
     * @throws IOException if that cannot be done
     */
    Path create(String prefix) throws IOException;
  }

  /** On the disk: for peers of which nobody knows how much they write. */
  public static Path onDisk(String prefix) throws IOException {
    return open(Files.createTempDirectory(prefix));
  }

  /**
   * For files that come and go by the thousand: in memory where the system has such a place with
   * enough room, as some file systems are slow to take a file where many were deleted.
   */
  public static Path inMemory(String prefix) throws IOException {
    return hasRoom() ? open(Files.createTempDirectory(MEMORY, prefix)) : onDisk(prefix);
  }

  private static Path open(Path folder) {
    OPEN.add(folder);
    return folder;
  }

  private static boolean hasRoom() throws IOException {
    return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ROOM;
  }

  /** Deletes a folder; what cannot be deleted is left to the system. */
  public static void delete(Path folder) {
    OPEN.remove(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // a temporary folder is left behind: the system clears it
    }
  }
}
