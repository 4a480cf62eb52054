package org.bitstck.restassured;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.restassured.Packets.BITS_POST;
import static org.bitstck.restassured.Packets.RECEIVED_CONTENT_RANGE;
import static org.bitstck.restassured.Packets.SESSION_ID;
import static org.bitstck.restassured.Packets.ack;
import static org.bitstck.restassured.Packets.cancelSession;
import static org.bitstck.restassured.Packets.closeSession;
import static org.bitstck.restassured.Packets.createSession;
import static org.bitstck.restassured.Packets.fragment;
import static org.bitstck.restassured.Packets.ping;

import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.bitstck.peers.PlainServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Packets as somebody uses them in tests of their own. */
class PacketsTest {
  private final PlainServer server = new PlainServer();
  private String url;

  @BeforeEach
  void start() {
    server.start();
    url = server.url() + "report.bin";
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private io.restassured.response.ValidatableResponse send(
      RequestSpecification packet, int status) {
    return given().spec(packet).when().request(BITS_POST, url).then().spec(ack(status));
  }

  private String session() {
    return send(createSession(), 200).extract().header(SESSION_ID);
  }

  @Test
  void anUploadByHand() {
    send(ping(), 200);
    String session = session();

    send(fragment(session, 0, 99, 300), 200).header(RECEIVED_CONTENT_RANGE, "100");
    send(fragment(session, 200, 299, 300), 416).header(RECEIVED_CONTENT_RANGE, "100");
    send(fragment(session, 100, 299, 300), 200).header(RECEIVED_CONTENT_RANGE, "300");
    send(closeSession(session), 200);

    byte[] stored = given().when().get(url).asByteArray();
    assertThat(stored).hasSize(300);
    assertThat(stored[299]).isEqualTo(Packets.byteAt(299));
  }

  @Test
  void bytesOfOnesOwn() {
    String session = session();
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);

    send(fragment(session, 0, hello, 5), 200).header(RECEIVED_CONTENT_RANGE, "5");
    send(closeSession(session), 200);

    assertThat(given().when().get(url).asByteArray()).isEqualTo(hello);
  }

  @Test
  void somethingSpecialIsSaidBesideThePacket() {
    send(createSession("{00000000-0000-0000-0000-000000000000}"), 400);
    String session = session();
    send(cancelSession(session), 200);
    given()
        .spec(closeSession(session))
        .header("Content-Name", "report.bin")
        .when()
        .request(BITS_POST, url)
        .then()
        .spec(ack(500));
  }
}
