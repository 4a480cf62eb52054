package org.bitstck.play.server.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Headers;

/** The files that server and application share, as a notification by reference names them. */
final class SharedFiles {
  /** More than any scenario uploads. */
  private static final long MOST_BYTES = 64L << 20;

  private final String data;
  private final String response;

  SharedFiles(Headers headers) {
    this.data = first(headers, Bits.REQUEST_FILE);
    this.response = first(headers, Bits.RESPONSE_FILE);
  }

  private static String first(Headers headers, List<String> names) {
    return names.stream()
        .flatMap(name -> headers.all(name).stream())
        .findFirst()
        .map(String::strip)
        .orElse(null);
  }

  /** Whether the notification is by reference. */
  boolean areNamed() {
    return data != null || response != null;
  }

  String dataPath() {
    return data;
  }

  String responsePath() {
    return response;
  }

  /** The uploaded bytes. */
  Found read() {
    if (data == null) {
      return new Found(null, "the notification names no file");
    }
    try {
      Path path = Path.of(data);
      if (!path.isAbsolute()) {
        return new Found(null, "'" + data + "' is no full path");
      }
      if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
        return new Found(null, "there is no such file at '" + data + "'");
      }
      return new Found(Files.readAllBytes(path), null);
    } catch (NoSuchFileException e) {
      return new Found(null, "there is no such file at '" + data + "'");
    } catch (IOException | InvalidPathException e) {
      return new Found(null, "'" + data + "' cannot be read: " + e);
    }
  }

  /**
   * What was read.
   *
   * @param bytes null if it could not be
   * @param problem null if it could
   */
  record Found(byte[] bytes, String problem) {}

  boolean isDataThere() {
    try {
      return data != null && Files.exists(Path.of(data));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Why no reply can be put at the path that was named for it; empty if one can. */
  Optional<String> whyNoResponse() {
    if (response == null) {
      return Optional.of("the notification names no file for the reply");
    }
    try {
      Path path = Path.of(response);
      if (!path.isAbsolute()) {
        return Optional.of("'" + response + "' is no full path");
      }
      if (data != null && path.normalize().equals(Path.of(data).normalize())) {
        return Optional.of("'" + response + "' is the file of the upload itself");
      }
      if (path.getParent() == null || !Files.isDirectory(path.getParent())) {
        return Optional.of("'" + response + "' is in a folder that does not exist");
      }
      // nobody's file is overwritten because a server says so
      if (Files.exists(path) && (!Files.isRegularFile(path) || Files.size(path) > 0)) {
        return Optional.of("at '" + response + "' lies something already");
      }
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of("'" + response + "' cannot be used: " + e);
    }
  }

  /**
   * Puts the reply where it belongs.
   *
   * @return why it could not be; empty if it could
   */
  Optional<String> write(byte[] reply) {
    Optional<String> why = whyNoResponse();
    if (why.isPresent()) {
      return why;
    }
    try {
      Files.write(Path.of(response), reply);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("'" + response + "' cannot be written: " + e);
    }
  }
}
