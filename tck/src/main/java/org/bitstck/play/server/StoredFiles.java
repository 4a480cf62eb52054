package org.bitstck.play.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.subject.Subject;

/** Looks at what the subject has stored. */
final class StoredFiles {
  /** So many folders above the upload folder are looked into. */
  private static final int LEVELS = 3;

  private StoredFiles() {}

  /** The GET that looks at a destination. */
  static Request get(Stage stage, String directory, String destination) {
    Headers headers =
        new Headers(List.of(new Header("Host", stage.destinations().endpoint().authority())));
    return Request.of(
        "GET",
        stage.destinations().path(directory, destination),
        headers.plus(stage.accessHeaders(directory, null)),
        new byte[0]);
  }

  /** What the answer to that GET says. */
  static StoredFile read(Exchange exchange) {
    Response response = exchange.response();
    String how = "GET " + exchange.request().target() + " -> " + exchange.outcome();
    if (response == null) {
      return StoredFile.unknown(how);
    }
    if (response.status() == 200) {
      return new StoredFile(StoredFile.State.PRESENT, response.body(), how);
    }
    return response.status() == 404 || response.status() == 410
        ? StoredFile.absent(how)
        : StoredFile.unknown(how);
  }

  /**
   * Looks into the folder that the subject's URL is mapped to.
   *
   * @param path of the destination's URL; only what lies below the subject's URL can be seen
   */
  static StoredFile inFolder(Subject subject, String path) {
    String root = subject.url().getRawPath();
    if (!path.startsWith(root)) {
      return StoredFile.unknown(path + " does not lie below " + root + ", which the folder shows");
    }
    Path file = subject.readBack().folder().resolve(path.substring(root.length()));
    try {
      return Files.isRegularFile(file)
          ? new StoredFile(StoredFile.State.PRESENT, Files.readAllBytes(file), "file " + file)
          : StoredFile.absent("no file " + file);
    } catch (IOException e) {
      return StoredFile.unknown("file " + file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * Looks for a file that a careless server put above its folder. Only names that hold the kit's
   * own are looked at, and what is found is removed.
   *
   * @param folder the upload folder
   * @param name of the destination's file, which nobody else uses
   */
  static StoredFile above(Path folder, String name) {
    Path above = folder.toAbsolutePath().normalize().getParent();
    for (int level = 0; above != null && level < LEVELS; level++, above = above.getParent()) {
      try (Stream<Path> entries = Files.list(above)) {
        Optional<Path> stray =
            entries.filter(entry -> entry.getFileName().toString().contains(name)).findFirst();
        if (stray.isPresent() && Files.isRegularFile(stray.get())) {
          byte[] bytes = Files.readAllBytes(stray.get());
          Files.delete(stray.get());
          return new StoredFile(StoredFile.State.PRESENT, bytes, "file " + stray.get());
        }
      } catch (IOException e) {
        // a folder that cannot be listed cannot be written to either
      }
    }
    return StoredFile.absent("no file above " + folder);
  }
}
