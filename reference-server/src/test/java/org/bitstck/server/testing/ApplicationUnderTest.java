package org.bitstck.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bitstck.server.application.ApplicationConfig;
import org.bitstck.server.application.ApplicationPolicies;
import org.bitstck.server.application.ApplicationServer;
import org.bitstck.server.application.ReplyRule;
import org.bitstck.server.http.Timeouts;

/** A server application in this process, on a free port; it echoes but at some paths. */
public final class ApplicationUnderTest implements AutoCloseable {
  public static final String URL = "http://files.example/inbox/a.bin";

  /** In bytes. */
  public static final int LARGEST = 1 << 20;

  private final Path home;
  private ApplicationServer server;

  /**
   * @param home gets the folders {@code own} and {@code shared}, and the journal
   */
  public ApplicationUnderTest(Path home) throws IOException {
    this.home = home;
    Files.createDirectories(shared());
    start();
  }

  private void start() throws IOException {
    server =
        new ApplicationServer(
            new ApplicationConfig(
                "127.0.0.1",
                0,
                null,
                home.resolve("own"),
                List.of(shared()),
                ReplyRule.of("echo"),
                Map.of(
                    "/digest", ReplyRule.of("digest"),
                    "/static", ReplyRule.of("static+copy"),
                    "/none", ReplyRule.of("none"),
                    "/busy", ReplyRule.of("error:503")),
                home.resolve("journal"),
                LARGEST,
                Duration.ofHours(1),
                100,
                Timeouts.DEFAULT),
            ApplicationPolicies.RIGHT);
  }

  public void restart() throws IOException {
    server.close();
    start();
  }

  public Path shared() {
    return home.resolve("shared");
  }

  /** A notification by value, without a body yet. */
  public static Request byValue(String path) {
    return Request.of("POST", path).header("BITS-Original-Request-URL", URL);
  }

  /** A notification by reference. */
  public static Request byReference(String path, Path data, Path reply) {
    return byValue(path)
        .header("BITS-Request-DataFile-Name", data.toString())
        .header("BITS-Response-DataFile-Name", reply.toString());
  }

  /** One request on a connection of its own. */
  public Answer exchange(Request request) throws IOException {
    try (Wire wire = connect()) {
      return wire.exchange(request);
    }
  }

  public Wire connect() throws IOException {
    return new Wire(Integer.parseInt(server.url().replaceAll(".*:(\\d+)/", "$1")));
  }

  /** Lines of the journal: the effects. */
  public List<String> effects() throws IOException {
    return Files.readAllLines(home.resolve("journal"));
  }

  /** What is left of bodies that were under way. */
  public long leftovers() throws IOException {
    try (var files = Files.list(home.resolve("own").resolve("bodies"))) {
      return files.count();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
