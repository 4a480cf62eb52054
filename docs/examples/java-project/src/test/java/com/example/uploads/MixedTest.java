package com.example.uploads;

import static io.restassured.RestAssured.given;
import static org.bitstck.restassured.Packets.BITS_POST;
import static org.bitstck.restassured.Packets.RECEIVED_CONTENT_RANGE;
import static org.bitstck.restassured.Packets.SESSION_ID;
import static org.bitstck.restassured.Packets.ack;
import static org.bitstck.restassured.Packets.createSession;
import static org.bitstck.restassured.Packets.fragment;

import java.io.IOException;
import java.nio.file.Path;
import org.bitstck.junit.BitsScenario;
import org.bitstck.junit.ScenarioSettings;
import org.bitstck.junit.ScenarioSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** Scenarios and tests written by hand in one class. */
class MixedTest {
  @TempDir static Path folder;
  private static UploadServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new UploadServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static String url() {
    return server.url();
  }

  @ParameterizedTest
  @ScenarioSource("url")
  @ScenarioSettings(only = "cancel")
  void endsSessions(BitsScenario scenario) {
    scenario.play();
  }

  @Test
  void theSecondFragmentMayOverlapTheFirst() {
    String file = server.url() + "overlap.bin";
    String session =
        given()
            .spec(createSession())
            .when()
            .request(BITS_POST, file)
            .then()
            .spec(ack(200))
            .extract()
            .header(SESSION_ID);

    given()
        .spec(fragment(session, 0, 99, 300))
        .when()
        .request(BITS_POST, file)
        .then()
        .spec(ack(200))
        .header(RECEIVED_CONTENT_RANGE, "100");
    given()
        .spec(fragment(session, 50, 149, 300))
        .when()
        .request(BITS_POST, file)
        .then()
        .spec(ack(200))
        .header(RECEIVED_CONTENT_RANGE, "150");
  }
}
