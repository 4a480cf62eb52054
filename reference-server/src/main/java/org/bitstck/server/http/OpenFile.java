package org.bitstck.server.http;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A file that is being sent. It stays the same one even if an upload replaces it meanwhile.
 *
 * @param size in bytes
 * @param modified when its content changed last, in whole seconds
 */
record OpenFile(FileChannel channel, long size, Instant modified) implements AutoCloseable {
  private static final int TRIES = 10;

  /**
   * Opens a file.
   *
   * @throws IOException if it is not there, or is replaced again and again
   */
  static OpenFile open(Path file) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
        if (isSame(before, after)) {
          Instant modified = after.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
          return new OpenFile(channel, after.size(), modified);
        }
        channel.close();
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    }
    throw new IOException("the file does not come to rest");
  }

  private static boolean isSame(BasicFileAttributes a, BasicFileAttributes b) {
    return a.size() == b.size()
        && a.lastModifiedTime().equals(b.lastModifiedTime())
        && Objects.equals(a.fileKey(), b.fileKey());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
