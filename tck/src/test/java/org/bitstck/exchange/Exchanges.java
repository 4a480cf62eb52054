package org.bitstck.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitstck.exchange.Response.Framing;

/** Exchanges as tests need them: what matters is said, the rest is plain. */
public final class Exchanges {
  private static final Timing TIMING = new Timing(0, 500, 2000);

  private Exchanges() {}

  /** An answer to FRAGMENT. */
  public static Exchange answer(int status, String... headers) {
    return answerTo(packet("Fragment"), status, headers);
  }

  /** An answer with these header lines, {@code Name: value} each. */
  public static Exchange answerTo(Request request, int status, String... headers) {
    return with(request, response(status, "", headers), Ending.ANSWERED, 0);
  }

  /** An answer to GET with a body. */
  public static Exchange body(int status, byte[] body, String... headers) {
    Request get = Request.of("GET", "/f", new Headers(List.of()), new byte[0]);
    Response head = response(status, "", headers);
    return with(
        get,
        new Response(
            head.version(),
            status,
            "",
            head.headers(),
            body,
            Framing.CONTENT_LENGTH,
            head.head(),
            List.of()),
        Ending.ANSWERED,
        0);
  }

  /** No answer. */
  public static Exchange ended(Ending ending) {
    return with(packet("Fragment"), null, ending, 0);
  }

  /** Any combination. */
  public static Exchange with(Request request, Response response, Ending ending, int surplus) {
    return new Exchange(
        1, 1, false, request, List.of(), false, response, ending, "", surplus, TIMING);
  }

  /** An answer with a fault of its form; an empty text is none. */
  public static Response response(int status, String fault, String... headers) {
    return new Response(
        "HTTP/1.1",
        status,
        "",
        headers(headers),
        new byte[0],
        Framing.CONTENT_LENGTH,
        new byte[0],
        fault.isEmpty() ? List.of() : List.of(fault));
  }

  /** A packet of this type with a session id. */
  public static Request packet(String type, String... headers) {
    List<String> all = new ArrayList<>(List.of("BITS-Packet-Type: " + type));
    all.addAll(List.of(headers));
    return Request.of(Bits.METHOD, "/f", headers(all.toArray(String[]::new)), new byte[0]);
  }

  private static Headers headers(String... lines) {
    List<Header> headers = new ArrayList<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      headers.add(new Header(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return new Headers(headers);
  }

  /** The bytes of a text. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
