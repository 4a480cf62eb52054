package org.bitstck.play.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitstck.subject.SharedFolder;

/** The two files of an upload that is notified by reference; both are deleted at the end. */
final class UploadFiles implements AutoCloseable {
  /** A reply beyond this is not looked at as a whole. */
  private static final long LARGEST = 64L << 20;

  private final SharedFolder folder;
  private final String name;
  private final Path request;
  private final Path reply;

  /**
   * @param name unique in the folder
   */
  UploadFiles(SharedFolder folder, String name) {
    this.folder = folder;
    this.name = name;
    this.request = folder.here().resolve(name + ".request");
    this.reply = folder.here().resolve(name + ".reply");
  }

  void write(byte[] upload) {
    try {
      if (!Files.exists(request)) {
        Files.write(request, upload);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of the data, as the application is told. */
  String request() {
    return folder.seenFromThere(request);
  }

  /** The path of the reply, as the application is told. */
  String reply() {
    return folder.seenFromThere(reply);
  }

  /** A path where nothing is. */
  String missing() {
    return folder.seenFromThere(folder.here().resolve(name + ".missing"));
  }

  /** The path of the folder that they are in. */
  String folder() {
    return folder.seenFromThere(folder.here());
  }

  /** What is at the path of the reply; empty if nothing is. */
  Optional<byte[]> found() {
    try {
      return Files.isRegularFile(reply) && Files.size(reply) <= LARGEST
          ? Optional.of(Files.readAllBytes(reply))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(request);
      Files.deleteIfExists(reply);
    } catch (IOException e) {
      // a file that belongs to somebody else is his to delete
      return;
    }
  }
}
