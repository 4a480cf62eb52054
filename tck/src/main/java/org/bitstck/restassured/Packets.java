package org.bitstck.restassured;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.builder.ResponseSpecBuilder;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RedirectConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.ResponseSpecification;
import org.apache.http.client.HttpClient;
import org.bitstck.exchange.Bits;
import org.bitstck.play.Limits;
import org.bitstck.play.Tls;
import org.bitstck.play.restassured.LibraryClient;
import org.hamcrest.Matchers;

/**
 * The packets of a correct client as REST-assured request specifications. Whatever is special about
 * a packet is said beside them:
 *
 * <pre>{@code
 * given().spec(fragment(session, 200, 299, 300))
 *     .when().request(BITS_POST, "/uploads/report.bin")
 *     .then().spec(ack(416)).header(RECEIVED_CONTENT_RANGE, "100");
 * }</pre>
 *
 * <p>They bring a configuration of their own: connections that are used again, no redirects, and a
 * deadline for each answer.
 */
public final class Packets {
  /** The protocol's verb. */
  public static final String BITS_POST = Bits.METHOD;

  /** The header of an Ack with the offset that the server wants next. */
  public static final String RECEIVED_CONTENT_RANGE = Bits.RECEIVED_RANGE;

  /** The header with the session's id. */
  public static final String SESSION_ID = Bits.SESSION_ID;

  private static final int CONNECTIONS = 20;

  private Packets() {}

  /** One client for all: REST-assured would begin a connection with each request. */
  private static final class Shared {
    @SuppressWarnings("deprecation") // REST-assured takes no other kind of client
    private static final HttpClient CLIENT =
        LibraryClient.create(Limits.DEFAULT, Tls.ofJvm(), CONNECTIONS);

    private static final RestAssuredConfig CONFIG =
        RestAssuredConfig.config()
            .httpClient(
                HttpClientConfig.httpClientConfig()
                    .httpClientFactory(() -> CLIENT)
                    .reuseHttpClientInstance())
            .redirect(RedirectConfig.redirectConfig().followRedirects(false))
            .encoderConfig(
                EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));
  }

  /** PING: is there a BITS server? MC-BUP 2.2.4. */
  public static RequestSpecification ping() {
    return packet("PING").build();
  }

  /** CREATE-SESSION with the one protocol that is defined; MC-BUP 2.2.2. */
  public static RequestSpecification createSession() {
    return createSession(Bits.PROTOCOL_GUID);
  }

  /**
   * CREATE-SESSION.
   *
   * @param protocols what BITS-Supported-Protocols says
   */
  public static RequestSpecification createSession(String protocols) {
    return packet("CREATE-SESSION").addHeader(Bits.SUPPORTED_PROTOCOLS, protocols).build();
  }

  /**
   * FRAGMENT with bytes that depend on their offset alone; MC-BUP 2.2.6.
   *
   * @param session its id
   * @param first offset of the first byte, from 0
   * @param last offset of the last byte
   * @param total bytes of the file
   */
  public static RequestSpecification fragment(String session, long first, long last, long total) {
    byte[] bytes = new byte[Math.toIntExact(last - first + 1)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = byteAt(first + i);
    }
    return fragment(session, first, bytes, total);
  }

  /**
   * FRAGMENT.
   *
   * @param first offset of the first byte, from 0
   * @param bytes what it carries
   * @param total bytes of the file
   */
  public static RequestSpecification fragment(
      String session, long first, byte[] bytes, long total) {
    long last = first + bytes.length - 1;
    return packet("FRAGMENT")
        .addHeader(SESSION_ID, session)
        .addHeader(Bits.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + total)
        .setBody(bytes)
        .build();
  }

  /** CLOSE-SESSION; MC-BUP 2.2.8. */
  public static RequestSpecification closeSession(String session) {
    return packet("CLOSE-SESSION").addHeader(SESSION_ID, session).build();
  }

  /** CANCEL-SESSION; MC-BUP 2.2.10. */
  public static RequestSpecification cancelSession(String session) {
    return packet("CANCEL-SESSION").addHeader(SESSION_ID, session).build();
  }

  /** What every Ack with this status is like; MC-BUP 2.2.1.2. */
  public static ResponseSpecification ack(int status) {
    return new ResponseSpecBuilder()
        .expectStatusCode(status)
        .expectHeader(Bits.PACKET_TYPE, Matchers.equalToIgnoringCase(Bits.ACK))
        .expectHeader(Bits.CONTENT_LENGTH, "0")
        .build();
  }

  /** The byte at an offset of the files that {@link #fragment(String, long, long, long)} sends. */
  public static byte byteAt(long offset) {
    return (byte) (offset * 31 + (offset >> 8));
  }

  private static RequestSpecBuilder packet(String type) {
    return new RequestSpecBuilder()
        .setConfig(Shared.CONFIG)
        .setUrlEncodingEnabled(false)
        .addHeader(Bits.PACKET_TYPE, type);
  }
}
