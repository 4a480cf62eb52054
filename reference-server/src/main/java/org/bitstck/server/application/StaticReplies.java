package org.bitstck.server.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitstck.server.observe.Log;

/** Replies that the application serves itself, each under a name that nobody can guess. */
final class StaticReplies {
  /** Path of their URLs, up to the name. */
  static final String PATH = "/replies/";

  private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

  private final Path folder;
  private final String secret;
  private final Duration keep;

  /**
   * @param folder where they lie; made if it is not there
   * @param secret makes the names
   * @param keep how long each is kept
   */
  StaticReplies(Path folder, String secret, Duration keep) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.secret = secret;
    this.keep = keep;
  }

  /**
   * Keeps a reply.
   *
   * @param key the same one has the same URL
   * @return the path of its URL
   */
  String publish(String key, Content reply) throws IOException {
    String name = Sha256.of(secret, key).substring(0, 32);
    Path target = folder.resolve(name);
    if (!Files.exists(target)) {
      Path fresh = Files.createTempFile(folder, "reply-", ".tmp");
      reply.writeTo(fresh);
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return PATH + name;
  }

  /** The file behind the path of a URL; null if there is none. */
  Path find(String path) {
    String name = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
    Path file = folder.resolve(NAME.matcher(name).matches() ? name : "none");
    return Files.isRegularFile(file) ? file : null;
  }

  /** Deletes what is older than it has to be. */
  void sweep() {
    Instant end = Instant.now().minus(keep);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(end)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      Log.warn("replies not swept", "why", e.toString());
    }
  }
}
