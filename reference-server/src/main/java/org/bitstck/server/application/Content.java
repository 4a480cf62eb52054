package org.bitstck.server.application;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a reply: those of a file, or short ones.
 *
 * @param file null if there is none
 * @param bytes empty if there is a file
 * @param length in bytes
 */
public record Content(Path file, byte[] bytes, long length) {
  public static final Content NOTHING = new Content(null, new byte[0], 0);

  static Content of(Upload upload) {
    return new Content(upload.file(), new byte[0], upload.size());
  }

  /** A short text. */
  public static Content of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Content(null, bytes, bytes.length);
  }

  /**
   * Writes all of it into a file, which is made or replaced; a link there is not followed.
   *
   * @throws IOException if that is not possible
   */
  public void writeTo(Path target) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      if (file != null) {
        Files.copy(file, out);
      } else {
        out.write(bytes);
      }
    }
  }
}
