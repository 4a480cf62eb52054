package org.bitstck.play.tap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Response;
import org.bitstck.exchange.Response.Framing;
import org.bitstck.play.tap.AnswerSource.Said;

/** An answer on its way out. */
final class Message {
  private static final String CONNECTION = "Connection";
  private static final String CLOSE = "close";

  private final Answer answer;
  private final byte[] head;
  private final byte[] body;
  private final boolean toHead;
  private final boolean closing;

  private Message(Answer answer, byte[] head, byte[] body, boolean toHead, boolean closing) {
    this.answer = answer;
    this.head = head;
    this.body = body;
    this.toHead = toHead;
    this.closing = closing;
  }

  /**
   * What was said.
   *
   * @param toHead the request's method was HEAD
   */
  static Message of(Said said, boolean toHead) {
    return new Message(said.answer(), said.head(), said.body(), toHead, false);
  }

  /** The same with {@code Connection: close}, unless it says something about that already. */
  Message closing() {
    if (value(CONNECTION).isPresent()) {
      return this;
    }
    byte[] line = (CONNECTION + ": " + CLOSE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] longer = Arrays.copyOf(head, head.length - 2 + line.length);
    System.arraycopy(line, 0, longer, head.length - 2, line.length);
    return new Message(answer, longer, body, toHead, true);
  }

  /** True if the connection is of no use behind it. */
  boolean endsConnection() {
    if (closing || value(CONNECTION).filter(CLOSE::equalsIgnoreCase).isPresent()) {
      return true;
    }
    if (answer.version().equals("HTTP/1.0")
        && value(CONNECTION).filter("keep-alive"::equalsIgnoreCase).isEmpty()) {
      return true;
    }
    if (toHead || answer.status() < 200 || answer.status() == 204 || answer.status() == 304) {
      return body.length > 0;
    }
    return value("Transfer-Encoding").isEmpty()
        && value(Bits.CONTENT_LENGTH).filter(("" + body.length)::equals).isEmpty();
  }

  private Optional<String> value(String name) {
    return answer.headers().stream().filter(line -> line.is(name)).map(Header::value).findFirst();
  }

  int headLength() {
    return head.length;
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + body.length);
    all.writeBytes(head);
    all.writeBytes(body);
    return all.toByteArray();
  }

  /** As it is recorded. */
  Response response() {
    List<Header> headers = new ArrayList<>(answer.headers());
    if (closing) {
      headers.add(new Header(CONNECTION, CLOSE));
    }
    Framing framing =
        toHead
            ? Framing.NONE
            : value("Transfer-Encoding").isPresent()
                ? Framing.CHUNKED
                : value(Bits.CONTENT_LENGTH).isPresent()
                    ? Framing.CONTENT_LENGTH
                    : Framing.UNTIL_CLOSE;
    return new Response(
        answer.version(),
        answer.status(),
        answer.reason(),
        new Headers(headers),
        body,
        framing,
        head,
        List.of());
  }
}
