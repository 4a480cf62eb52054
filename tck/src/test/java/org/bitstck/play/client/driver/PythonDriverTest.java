package org.bitstck.play.client.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bitstck.peers.PlainServer;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.subject.ClientFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver of the documentation works as it stands there. */
@Timeout(60)
class PythonDriverTest {
  private static final Path DRIVER =
      Path.of("..", "docs", "examples", "driver.py").toAbsolutePath().normalize();

  @TempDir private Path folder;

  @BeforeAll
  static void needsPython() throws InterruptedException {
    boolean there;
    try {
      Process version = new ProcessBuilder("python3", "--version").start();
      there = version.waitFor(20, TimeUnit.SECONDS) && version.exitValue() == 0;
    } catch (IOException e) {
      there = false;
    }
    assumeTrue(there, "there is no python3");
  }

  private static JsonLinesDriver start() throws Exception {
    return JsonLinesDriver.start(
        ClientFile.of(List.of("python3", DRIVER.toString()), Set.of()), Duration.ofSeconds(30));
  }

  @Test
  void itUploads() throws Exception {
    try (PlainServer server = new PlainServer().start();
        JsonLinesDriver driver = start()) {
      assertThat(driver.name()).isEqualTo("naive client");
      Path file = Files.writeString(folder.resolve("f"), "0123456789".repeat(100));
      URI url = server.url().resolve("a.bin");
      Told told = new Told();
      driver.start(
          new UploadOrder("1", url.toString(), file, null, 300, null, 20_000, -1, -1), told);
      assertThat(told.next()).isEqualTo(Report.of(Outcome.SUCCESS, ""));
      HttpResponse<String> stored =
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(stored.body()).isEqualTo(Files.readString(file));
    }
  }

  @Test
  void itTellsOfAServerThatIsNotThere() throws Exception {
    try (JsonLinesDriver driver = start()) {
      Path file = Files.writeString(folder.resolve("f"), "x");
      Told told = new Told();
      driver.start(Told.order("1", "http://127.0.0.1:1/x", file, null, null), told);
      Report report = told.next();
      assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(report.cause()).isEqualTo("transport");
    }
  }
}
