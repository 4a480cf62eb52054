package org.bitstck.play.client;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.client.ClientScenario;

/** The file on the disk that a client is told to upload. */
final class UploadFile {
  /** Beyond this size it is made of a hole, in bytes. */
  private static final long SPARSE = 64L * 1024 * 1024;

  private static final int BLOCK = 1024 * 1024;
  private static final long OTHER_SEED = 0x5EEDL;

  private final ClientScenario scenario;
  private final Path path;
  private final TestFile content;
  private long size;

  private UploadFile(ClientScenario scenario, Path path) {
    this.scenario = scenario;
    this.path = path;
    this.size = scenario.file().size();
    this.content =
        isSparse()
            ? TestFile.ofZeros(scenario.file())
            : new TestFile(scenario.file(), seed(scenario));
  }

  /**
   * Writes the file.
   *
   * @throws IOException if that cannot be done
   */
  static UploadFile create(ClientScenario scenario, Path path) throws IOException {
    UploadFile file = new UploadFile(scenario, path);
    if (file.isSparse()) {
      try (RandomAccessFile hole = new RandomAccessFile(path.toFile(), "rw")) {
        hole.setLength(file.size);
      }
    } else {
      file.write(file.content);
    }
    return file;
  }

  private static long seed(ClientScenario scenario) {
    return scenario.id().hashCode();
  }

  private boolean isSparse() {
    return size > SPARSE;
  }

  Path path() {
    return path;
  }

  /** As it was at the start. */
  TestFile content() {
    return content;
  }

  /** Appends bytes. */
  synchronized void grow(long bytes) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.seek(size);
      for (long at = size; at < size + bytes; at += BLOCK) {
        file.write(content.bytes(at, Math.min(at + BLOCK, size + bytes) - 1));
      }
    }
    size += bytes;
    touch();
  }

  /** Puts other bytes in the place of all; of a huge file, of the first ones. */
  synchronized void change() throws IOException {
    TestFile other = new TestFile(scenario.file(), seed(scenario) ^ OTHER_SEED);
    if (isSparse()) {
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        file.write(other.bytes(0, BLOCK - 1));
      }
    } else {
      write(other);
    }
    touch();
  }

  private void write(TestFile bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(path)) {
      for (long at = 0; at < size; at += BLOCK) {
        out.write(bytes.bytes(at, Math.min(at + BLOCK, size) - 1));
      }
    }
  }

  /** A clock that counts in seconds must show the change as well. */
  private void touch() throws IOException {
    long later = Files.getLastModifiedTime(path).toMillis() + Duration.ofSeconds(2).toMillis();
    Files.setLastModifiedTime(path, FileTime.fromMillis(later));
  }
}
