package org.bitstck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.TestServer;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GET and HEAD of files; replies are served by the same code. */
class DownloadTest {
  private static final String MODIFIED = "Sun, 01 Nov 2026 10:20:30 GMT";

  @TempDir Path home;
  private TestServer server;
  private byte[] data;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(home);
    data = new byte[1_000_000];
    new Random(2).nextBytes(data);
    Files.write(server.file("a"), data);
    Files.setLastModifiedTime(
        server.file("a"), FileTime.from(Instant.parse("2026-11-01T10:20:30.9Z")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer get(String range) throws IOException {
    return server.exchange(Request.get("/a").header("Range", range));
  }

  @Test
  void headHasTheHeadersOfGet() throws Exception {
    for (String range : new String[] {"x", "bytes=5-9", "bytes=9999999-"}) {
      Answer get = server.exchange(Request.get("/a").header("Range", range));
      Answer head = server.exchange(Request.of("HEAD", "/a").noLength().header("Range", range));
      assertThat(head.status()).isEqualTo(get.status());
      assertThat(head.headers().stream().filter(header -> !header.getKey().equals("Date")))
          .containsExactlyElementsOf(
              get.headers().stream().filter(header -> !header.getKey().equals("Date")).toList());
    }
  }

  @Test
  void whole() throws Exception {
    Answer answer = server.exchange(Request.get("/a"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(data);
    assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99, 0, 100",
    "bytes=100-, 100, 1000000",
    "bytes=-10, 999990, 1000000",
    "bytes=999999-2000000, 999999, 1000000"
  })
  void one(String range, int from, int to) throws Exception {
    Answer answer = get(range);
    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Range"))
        .isEqualTo("bytes " + from + "-" + (to - 1) + "/1000000");
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(data, from, to));
    assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED);
  }

  @Test
  void severalInTheOrderOfTheRequest() throws Exception {
    Answer answer = get("bytes=500000-699999,0-9");
    assertThat(answer.status()).isEqualTo(206);
    String boundary = answer.header("Content-Type").replace("multipart/byteranges; boundary=", "");
    String type = "\r\nContent-Type: application/octet-stream\r\n";
    String expected =
        "\r\n--"
            + boundary
            + type
            + "Content-Range: bytes 500000-699999/1000000\r\n\r\n"
            + new String(data, 500_000, 200_000, ISO_8859_1)
            + "\r\n--"
            + boundary
            + type
            + "Content-Range: bytes 0-9/1000000\r\n\r\n"
            + new String(data, 0, 10, ISO_8859_1)
            + "\r\n--"
            + boundary
            + "--\r\n";
    assertThat(new String(answer.body(), ISO_8859_1)).isEqualTo(expected);
  }

  @Test
  void rangesThatAreNone() throws Exception {
    assertThat(get("bytes=1000000-").status()).isEqualTo(416);
    assertThat(get("bytes=1000000-").header("Content-Range")).isEqualTo("bytes */1000000");
    assertThat(get("bytes=9-1").status()).isEqualTo(200);
    assertThat(get("lines=1-2").status()).isEqualTo(200);
  }

  @Test
  void aPartOfAnotherVersionIsNotSent() throws Exception {
    Request same = Request.get("/a").header("Range", "bytes=0-9").header("If-Range", MODIFIED);
    assertThat(server.exchange(same).status()).isEqualTo(206);
    Request other =
        Request.get("/a")
            .header("Range", "bytes=0-9")
            .header("If-Range", "Sun, 01 Nov 2026 10:20:31 GMT");
    assertThat(server.exchange(other).status()).isEqualTo(200);
  }

  @Test
  void anEmptyFile() throws Exception {
    Files.createFile(server.file("empty"));
    Answer answer = server.exchange(Request.get("/empty"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).isEqualTo("0");
  }

  /**
   * The reader of the old version gets all of it although an upload publishes a new one meanwhile.
   */
  @Test
  void aFileThatIsReplacedWhileItIsSent() throws Exception {
    byte[] large = new byte[20_000_000];
    new Random(3).nextBytes(large);
    Files.write(server.file("a"), large);
    byte[] small = "new".getBytes(UTF_8);
    try (Wire reader = server.connect()) {
      reader.send(Request.get("/a").bytes());
      String session = server.session("/a");
      server.exchange(Request.fragment("/a", session, small, 0, 3));
      assertThat(server.exchange(Request.close("/a", session)).status()).isEqualTo(200);
      byte[] read = reader.read().body();
      assertThat(read.length == 3 ? small : large).isEqualTo(read);
    }
    assertThat(server.file("a")).hasBinaryContent(small);
  }

  @Test
  void nothingThatIsNoFile() throws Exception {
    Files.createDirectory(server.file("folder"));
    for (String target :
        new String[] {
          "/",
          "/folder",
          "/folder/",
          "/a/",
          "/none",
          "/.bits-sessions",
          "/%2e%2e/server.yaml",
          "/../server.yaml",
          "/.bits-replies/x"
        }) {
      Answer answer = server.exchange(Request.get(target));
      assertThat(answer.status()).as(target).isEqualTo(404);
      assertThat(answer.header("Content-Length")).isEqualTo("0");
    }
    assertThat(server.exchange(Request.get("/a").without("Host")).status()).isEqualTo(400);
  }
}
