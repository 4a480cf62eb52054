package org.bitstck.server.application;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The body of a notification by value on its way to the disk. Used by one thread at a time. */
final class SpooledBody implements BodySink, AutoCloseable {
  private final Path file;
  private final FileChannel channel;
  private final MessageDigest digest = Sha256.digest();
  private long size;

  /**
   * @param folder where the file is made
   */
  SpooledBody(Path folder) throws IOException {
    file = Files.createTempFile(folder, "upload-", ".tmp");
    channel = FileChannel.open(file, StandardOpenOption.WRITE);
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    size += bytes.remaining();
    digest.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** All is there. */
  Upload finish() throws IOException {
    channel.close();
    return new Upload(file, size, HexFormat.of().formatHex(digest.digest()));
  }

  /** Removes the file. */
  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // what is left in the folder is swept with the rest
      return;
    }
  }
}
