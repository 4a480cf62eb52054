package org.bitstck.server.application;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The whole data of an upload.
 *
 * @param file that holds it
 * @param size in bytes
 * @param sha256 of the data, in lower-case hexadecimal
 */
public record Upload(Path file, long size, String sha256) {
  private static final int PIECE = 64 * 1024;

  /**
   * An upload that lies in a file already.
   *
   * @throws IOException if it cannot be read
   */
  public static Upload read(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] piece = new byte[PIECE];
    long size = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        digest.update(piece, 0, n);
        size += n;
      }
    }
    return new Upload(file, size, HexFormat.of().formatHex(digest.digest()));
  }
}
