package org.bitstck.clients;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** The file to upload, as it was at the start. */
public final class LocalFile {
  private static final int LONGEST_NAME = 260;

  private final Path path;
  private final long size;
  private final FileTime changed;

  /**
   * Opens it.
   *
   * @throws Failure if it cannot be read
   */
  public LocalFile(Path path) {
    this.path = path;
    try {
      size = Files.size(path);
      changed = Files.getLastModifiedTime(path);
    } catch (IOException e) {
      throw Failure.file(e.toString());
    }
  }

  /** Bytes. */
  public long size() {
    return size;
  }

  public Path path() {
    return path;
  }

  /** What the server may know of its name. */
  String contentName() {
    String plain = path.getFileName().toString().replaceAll("[^\\x20-\\x7E]|[\\\\/:*?\"<>|]", "_");
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  byte[] read(long offset, int length) {
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      byte[] bytes = new byte[length];
      in.seek(offset);
      in.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw Failure.file(e.toString());
    }
  }

  void checkUnchanged() {
    LocalFile now = new LocalFile(path);
    if (now.size != size || !now.changed.equals(changed)) {
      throw Failure.file("the file was changed during the upload");
    }
  }
}
