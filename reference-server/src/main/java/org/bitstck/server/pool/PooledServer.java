package org.bitstck.server.pool;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitstck.server.BitsServer;
import org.bitstck.server.Policies;
import org.bitstck.server.Workers;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.config.ConfigReader;
import org.bitstck.server.config.Overrides;
import org.bitstck.server.config.ServerConfig;
import org.bitstck.server.observe.Log;
import org.bitstck.server.protocol.Profile;

/**
 * One of several servers in a process, with a folder of its own for its files and for its copy of
 * the configuration.
 */
final class PooledServer {
  private static final long TAKEN_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final Path original;
  private final Overrides overrides;
  private final Policies policies;
  private final Workers workers;
  private final Path folder;
  private BitsServer server;

  /**
   * Starts a server on a free port.
   *
   * @param original the configuration that is copied; null if there is none
   * @param policies makes its decisions; they outlive a restart
   */
  PooledServer(
      Path original, Overrides overrides, Function<Profile, Policies> policies, Workers workers)
      throws IOException, ConfigException {
    this.original = original;
    this.workers = workers;
    this.folder = Files.createTempDirectory("bits-server-").toRealPath();
    this.overrides = overrides.elsewhere(folder);
    try {
      if (original != null) {
        Files.copy(original, copy());
      }
      ServerConfig config = read(0);
      this.policies = policies.apply(config.profile());
      server = new BitsServer(config, this.policies, workers);
    } catch (IOException | ConfigException | RuntimeException e) {
      delete();
      throw e;
    }
  }

  private Path copy() {
    return original == null ? null : folder.resolve(original.getFileName());
  }

  private ServerConfig read(int port) throws ConfigException {
    Path base = original == null ? null : original.toAbsolutePath().getParent();
    return ConfigReader.read(copy(), base, overrides).pooled(port);
  }

  String url() {
    return server.url();
  }

  Path folder() {
    return folder;
  }

  /** Reads the copy of the configuration again. */
  void reload() throws IOException, ConfigException {
    server.reload(read(0));
  }

  /**
   * Breaks off whatever goes on, and starts at the same address with the same files. Between the
   * two the port is nobody's, and a connection that somebody opens just then may have it for a
   * moment.
   */
  void restart() throws IOException, ConfigException {
    int port = URI.create(url()).getPort();
    ServerConfig config = read(port);
    server.close();
    long deadline = System.nanoTime() + TAKEN_NANOS;
    while (true) {
      try {
        server = new BitsServer(config, policies, workers);
        return;
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(AGAIN_NANOS);
      }
    }
  }

  /** Ends, and deletes all its files. */
  void stop() {
    server.close();
    delete();
  }

  private void delete() {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> files = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // what a last answer still writes there is no use to anybody
      Log.warn("not deleted", "folder", folder, "why", e);
    }
  }
}
