package org.bitstck.applications.wrong;

import static org.bitstck.applications.wrong.WrongApplication.failing;
import static org.bitstck.applications.wrong.WrongApplication.warned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitstck.applications.PlainApplication;
import org.bitstck.peers.HttpRequest;

/** Faults in reading notifications. */
final class RequestFaults {
  private RequestFaults() {}

  static List<WrongApplication> all() {
    return List.of(
        failing(
            "BITS-APP-REQUEST-001",
            "takes a notification that names no upload",
            () -> new Refusing("HTTP/1.1", false, true)),
        warned(
            "BITS-APP-REQUEST-001",
            "takes a notification over HTTP/1.0",
            () -> new Refusing("HTTP/1.0", true, true)),
        failing(
            "BITS-APP-REQUEST-002",
            "by value reads a fixed file instead of the body",
            () -> new ReadingByValue(body -> "an old file".getBytes(StandardCharsets.US_ASCII))),
        failing(
            "BITS-APP-REQUEST-002", "does not know notifications by value", ByReferenceOnly::new),
        failing(
            "BITS-APP-REQUEST-002",
            "takes the beginning of the body for all of it, however short",
            () -> new ReadingByValue(body -> Arrays.copyOf(body, Math.min(10, body.length)))),
        warned(
            "BITS-APP-REQUEST-002",
            "takes one of the two file names for none",
            () -> new Refusing("HTTP/1.1", true, false)),
        failing(
            "BITS-APP-REQUEST-003",
            "reads the first 64 KiB of a body",
            () -> new ReadingByValue(body -> Arrays.copyOf(body, Math.min(65536, body.length)))),
        failing(
            "BITS-APP-REQUEST-003",
            "decodes bodies as forms",
            () -> new ReadingByValue(body -> text(body).replace('+', ' ').getBytes(LATIN))),
        failing(
            "BITS-APP-REQUEST-003",
            "ends a body at its first zero",
            () -> new ReadingByValue(body -> text(body).split("\0", 2)[0].getBytes(LATIN))),
        failing(
            "BITS-APP-REQUEST-003",
            "makes the line ends of bodies its own",
            () -> new ReadingByValue(body -> text(body).replace("\r\n", "\n").getBytes(LATIN))),
        failing(
            "BITS-APP-REQUEST-003",
            "reads bodies as UTF-8",
            () ->
                new ReadingByValue(
                    body ->
                        new String(body, StandardCharsets.UTF_8)
                            .getBytes(StandardCharsets.UTF_8))));
  }

  private static final java.nio.charset.Charset LATIN = StandardCharsets.ISO_8859_1;

  private static String text(byte[] body) {
    return new String(body, LATIN);
  }

  /** Refuses less than it should. */
  private static final class Refusing extends PlainApplication {
    private final String oldest;
    private final boolean named;
    private final boolean half;

    Refusing(String oldest, boolean named, boolean half) {
      this.oldest = oldest;
      this.named = named;
      this.half = half;
    }

    @Override
    protected int refusal(HttpRequest request) {
      boolean one =
          request.header(REQUEST_FILE).isPresent() != request.header(RESPONSE_FILE).isPresent();
      if (request.version().compareTo(oldest) < 0) {
        return 505;
      }
      return (named && request.header(ORIGINAL_URL).isEmpty()) || (half && one) ? 400 : 200;
    }

    @Override
    protected byte[] upload(HttpRequest request) throws IOException {
      boolean both =
          request.header(REQUEST_FILE).isPresent() && request.header(RESPONSE_FILE).isPresent();
      return both ? super.upload(request) : request.body();
    }
  }

  /** Makes something else of bodies. */
  private static final class ReadingByValue extends PlainApplication {
    private final UnaryOperator<byte[]> reading;

    ReadingByValue(UnaryOperator<byte[]> reading) {
      this.reading = reading;
    }

    @Override
    protected byte[] upload(HttpRequest request) throws IOException {
      byte[] upload = super.upload(request);
      return request.header(REQUEST_FILE).isPresent() ? upload : reading.apply(upload);
    }
  }

  /** Wants a file in any case. */
  private static final class ByReferenceOnly extends PlainApplication {
    @Override
    protected byte[] upload(HttpRequest request) throws IOException {
      if (request.header(REQUEST_FILE).isEmpty()) {
        throw new IOException("no file");
      }
      return super.upload(request);
    }
  }
}
