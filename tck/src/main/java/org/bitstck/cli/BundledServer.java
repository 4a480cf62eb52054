package org.bitstck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitstck.play.process.PeerProcess;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;

/** The reference server that comes with the kit, as a process of its own on a free port. */
final class BundledServer implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("listening on (http://\\S+)");

  private final PeerProcess process;
  private final Path folder;
  private final Subject subject;

  private BundledServer(PeerProcess process, Path folder, Subject subject) {
    this.process = process;
    this.folder = folder;
    this.subject = subject;
  }

  /**
   * Starts it with an empty temporary folder.
   *
   * @throws PeerProcess.StartFailed if it does not start
   */
  static BundledServer start() throws IOException, PeerProcess.StartFailed {
    Path jar = jar();
    Path folder = Files.createTempDirectory("bits-tck-");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    PeerProcess process =
        PeerProcess.start(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--port",
                "0",
                "--folder",
                folder.toString()),
            null,
            Map.of(),
            READY);
    try {
      URI url = URI.create(process.awaitReady(Duration.ofSeconds(20)));
      Subject subject =
          new Subject(
              "reference server", url, Map.of(), Set.of(), new ReadBack(ReadBack.Kind.HTTP, null));
      return new BundledServer(process, folder, subject);
    } catch (PeerProcess.StartFailed e) {
      process.close();
      delete(folder);
      throw e;
    }
  }

  /** Beside the kit's own jar. */
  private static Path jar() {
    try {
      Path own =
          Path.of(BundledServer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path jar = own.resolveSibling("peers").resolve("reference-server").resolve("bits-server.jar");
      if (!Files.exists(jar)) {
        throw new UserError("the bundled reference server is missing at " + jar);
      }
      return jar;
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  Subject subject() {
    return subject;
  }

  @Override
  public void close() {
    process.close();
    delete(folder);
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // a temporary folder is left behind: the system clears it
    }
  }
}
