package org.bitstck.play.restassured;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Response;
import org.bitstck.exchange.Response.Framing;

/** Answers of REST-assured in the kit's terms. */
final class Answers {
  private Answers() {}

  static Response of(io.restassured.response.Response answer) {
    List<Header> lines =
        answer.headers().asList().stream()
            .map(line -> new Header(line.getName(), line.getValue()))
            .toList();
    Headers headers = new Headers(lines);
    String[] statusLine = answer.statusLine().split(" ", 3);
    StringBuilder head = new StringBuilder(answer.statusLine()).append("\r\n");
    lines.forEach(h -> head.append(h.name()).append(": ").append(h.value()).append("\r\n"));
    byte[] body = answer.asByteArray();
    return new Response(
        statusLine[0],
        answer.statusCode(),
        statusLine.length > 2 ? statusLine[2].strip() : "",
        headers,
        body == null ? new byte[0] : body,
        framing(headers),
        head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1),
        List.of());
  }

  private static Framing framing(Headers headers) {
    if (headers.has("Transfer-Encoding")) {
      return Framing.CHUNKED;
    }
    return headers.has(Bits.CONTENT_LENGTH) ? Framing.CONTENT_LENGTH : Framing.UNTIL_CLOSE;
  }

  /** True if no other request may go over the connection. */
  static boolean closes(Response response) {
    return response.framing() == Framing.UNTIL_CLOSE
        || response.headers().all("Connection").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .anyMatch(token -> token.strip().equalsIgnoreCase("close"));
  }
}
