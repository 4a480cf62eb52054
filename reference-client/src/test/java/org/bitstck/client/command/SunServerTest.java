package org.bitstck.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.client.testing.Uploads;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.UploadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client against a server on an HTTP stack that somebody else wrote. */
@Timeout(60)
class SunServerTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream stored = new ByteArrayOutputStream();

  @Test
  void uploadWithReply() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::answer);
    server.start();
    try {
      Path file = Uploads.file(folder, 300_000);
      String url = "http://localhost:" + server.getAddress().getPort() + "/up";
      UploadOptions options =
          Uploads.options(file, url).withFragmentSize(100_001).withReplyTo(folder.resolve("reply"));
      assertThat(Uploads.run(options).kind()).isEqualTo(Outcome.Kind.SUCCESS);
      assertThat(stored.toByteArray()).isEqualTo(Files.readAllBytes(file));
      assertThat(folder.resolve("reply")).hasContent("hello");
    } finally {
      server.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    stored.write(
        exchange.getRequestMethod().equals("BITS_POST")
            ? exchange.getRequestBody().readAllBytes()
            : new byte[0]);
    if (exchange.getRequestMethod().equals("GET")) {
      byte[] reply = "hello".getBytes(StandardCharsets.US_ASCII);
      exchange.sendResponseHeaders(200, reply.length);
      exchange.getResponseBody().write(reply);
    } else {
      exchange.getResponseHeaders().add("BITS-Packet-Type", "Ack");
      exchange.getResponseHeaders().add("BITS-Session-Id", "{1}");
      exchange.getResponseHeaders().add("BITS-Received-Content-Range", "" + stored.size());
      exchange.getResponseHeaders().add("BITS-Reply-URL", "reply");
      exchange.sendResponseHeaders(200, -1);
    }
    exchange.close();
  }
}
