package org.bitstck.play.client.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.play.client.scripted.Models.FILE;
import static org.bitstck.play.client.scripted.Models.PATH;
import static org.bitstck.play.client.scripted.Models.close;
import static org.bitstck.play.client.scripted.Models.created;
import static org.bitstck.play.client.scripted.Models.fragment;
import static org.bitstck.play.client.scripted.Models.packet;
import static org.bitstck.play.client.scripted.Models.where;

import java.time.Duration;
import java.util.Base64;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerSettings;
import org.bitstck.scenario.client.ServerSettings.HostId;
import org.bitstck.scenario.client.ServerSettings.ReplyUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerModelTest {
  private final ServerModel model = Models.model();

  @Test
  void theAckOfCreateSessionHasAllThatItMust() {
    Answer ack = model.answer(Models.create());

    assertThat(ack.statusLine()).isEqualTo("HTTP/1.1 200 OK");
    assertThat(ack.headers())
        .extracting(Header::name)
        .containsExactly(
            "BITS-Packet-Type",
            "BITS-Protocol",
            "BITS-Session-Id",
            "Accept-Encoding",
            "Content-Length");
    assertThat(ack.first("BITS-Session-Id").orElseThrow()).matches("\\{[0-9A-F-]{36}}");
  }

  @Test
  void eachSessionHasAnIdOfItsOwn() {
    assertThat(created(model)).isNotEqualTo(created(model));
  }

  @Test
  void fragmentsInOrderMoveTheOffsetAndCloseSessionPublishes() {
    String session = created(model);

    assertThat(where(model.answer(fragment(session, 0, 99)))).isEqualTo("200 @100");
    assertThat(where(model.answer(fragment(session, 100, 298)))).isEqualTo("200 @299");
    assertThat(model.published()).isNull();
    assertThat(where(model.answer(fragment(session, 299, 299)))).isEqualTo("200 @300");
    assertThat(model.published()).isNull();
    assertThat(model.answer(close(session)).status()).isEqualTo(200);
    assertThat(model.published().bytes()).isEqualTo(FILE.bytes(0, 299));
  }

  @Test
  void aGapIsRefusedWithTheOffset() {
    String session = created(model);
    model.answer(fragment(session, 0, 99));

    Answer refused = model.answer(fragment(session, 101, 299));

    assertThat(where(refused)).isEqualTo("416 @100");
    assertThat(refused.first("BITS-Session-Id")).contains(session);
    assertThat(refused.first("BITS-Error")).isEmpty();
    assertThat(where(model.answer(fragment(session, 100, 299)))).isEqualTo("200 @300");
  }

  @Test
  void ofAnOverlapOnlyNewBytesAreStored() {
    String session = created(model);
    model.answer(fragment(session, 0, 99));
    byte[] other = FILE.bytes(1000, 1149);

    assertThat(where(model.answer(fragment(session, "bytes 50-199/300", other))))
        .isEqualTo("200 @200");
    assertThat(where(model.answer(fragment(session, "bytes 0-149/300", other))))
        .isEqualTo("200 @200");
    model.answer(fragment(session, 200, 299));
    model.answer(close(session));

    byte[] published = model.published().bytes();
    assertThat(published).hasSize(300).startsWith(FILE.bytes(0, 99));
    assertThat(published).containsSequence(FILE.bytes(1050, 1149));
    assertThat(published).endsWith(FILE.bytes(200, 299));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes 0-99",
        "bytes 0-99/*",
        "0-99/300",
        "bytes 99-0/300",
        "bytes 201-300/300",
        "bytes 0-98/300",
        "bytes 0-100/300",
        "bytes 0-99/301",
        "",
        "bytes 0-99/99999999999999999999"
      })
  void aBadRangeIsRefusedAndHarmsNothing(String range) {
    String session = created(model);
    model.answer(fragment(session, "bytes 0-0/300", FILE.bytes(0, 0)));

    Answer refused = model.answer(fragment(session, range, FILE.bytes(0, 99)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.first("BITS-Error")).contains("0x80070057");
    assertThat(refused.first("BITS-Error-Code")).contains("0x80070057");
    assertThat(refused.first("BITS-Error-Context")).contains("0x5");
    assertThat(where(model.answer(fragment(session, 1, 299)))).isEqualTo("200 @300");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FRAGMENT", "CLOSE_SESSION", "CANCEL_SESSION"})
  void anUnknownSessionIsRefused(RequestKind kind) {
    Answer refused =
        model.answer(
            packet(
                kind,
                "BITS-Session-Id",
                "{11111111-1111-1111-1111-111111111111}",
                "Content-Range",
                "bytes 0-9/10"));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.first("BITS-Error")).contains("0x8020001F");
    assertThat(refused.first("BITS-Error-Code")).contains("0x8020001F");
    assertThat(refused.first("BITS-Error-Context")).contains("0x5");
  }

  @Test
  void aSessionBelongsToItsDestination() {
    String session = created(model);
    Received elsewhere =
        Models.request(
            "BITS_POST",
            RequestKind.CLOSE_SESSION,
            PATH + "2",
            "BITS-Session-Id",
            session,
            "Content-Length",
            "0");

    assertThat(model.answer(elsewhere).status()).isEqualTo(500);
    assertThat(model.answer(close(session)).status()).isEqualTo(200);
  }

  @Test
  void cancelForgetsAndCloseTooEarlyPublishesNothing() {
    String cancelled = created(model);
    model.answer(fragment(cancelled, 0, 299));
    assertThat(
            model.answer(packet(RequestKind.CANCEL_SESSION, "BITS-Session-Id", cancelled)).status())
        .isEqualTo(200);
    assertThat(model.answer(close(cancelled)).status()).isEqualTo(500);

    String early = created(model);
    model.answer(fragment(early, 0, 298));
    assertThat(model.answer(close(early)).status()).isEqualTo(200);
    assertThat(model.published()).isNull();
  }

  @Test
  void whatIsNoPacketOfTheProtocolIsRefused() {
    Received unknown = packet(RequestKind.OTHER);
    Received noLength = Models.request("BITS_POST", RequestKind.PING, PATH);
    Received withBody = packet(RequestKind.PING, new byte[1]);
    Received longValue = packet(RequestKind.PING, "X", "x".repeat(4097));
    Received put = Models.request("PUT", RequestKind.OTHER, PATH);

    assertThat(model.answer(unknown).status()).isEqualTo(400);
    assertThat(model.answer(noLength).status()).isEqualTo(411);
    assertThat(model.answer(withBody).status()).isEqualTo(400);
    assertThat(model.answer(longValue).status()).isEqualTo(400);
    assertThat(model.answer(put).status()).isEqualTo(405);
    assertThat(model.answer(packet(RequestKind.PING)).status()).isEqualTo(200);
    assertThat(model.answer(packet(RequestKind.CREATE_SESSION)).status()).isEqualTo(400);
  }

  @Test
  void everyRequestNeedsTheRightCredentials() {
    ServerModel guarded =
        new ServerModel(
            Models.hosting(
                new ServerSettings(null, ReplyUrl.ABSOLUTE, HostId.NONE, null, true, null)));

    Answer challenge = guarded.answer(Models.create());

    assertThat(challenge.status()).isEqualTo(401);
    assertThat(challenge.first("WWW-Authenticate")).contains("Basic realm=\"bits-tck\"");
    assertThat(challenge.first("BITS-Packet-Type")).contains("Ack");
    assertThat(guarded.answer(ping("tester:wrong")).status()).isEqualTo(401);
    assertThat(guarded.answer(ping("tester:right")).status()).isEqualTo(200);
  }

  private static Received ping(String login) {
    String value = "Basic " + Base64.getEncoder().encodeToString(login.getBytes());
    return packet(RequestKind.PING, "Authorization", value);
  }

  @Test
  void anotherHostIsAnnounced() {
    ServerModel farm =
        new ServerModel(
            Models.hosting(
                new ServerSettings(
                    null, ReplyUrl.ABSOLUTE, HostId.NAME, Duration.ofSeconds(2), false, "my id")));

    Answer ack = farm.answer(Models.create());

    assertThat(ack.first("BITS-Host-Id")).contains("localhost");
    assertThat(ack.first("BITS-Host-Id-Fallback-Timeout")).contains("2");
    assertThat(ack.first("BITS-Session-Id")).contains("my id");
  }

  @Test
  void aSessionCanBeLostOrHoldMoreOrLess() {
    String session = created(model);
    model.answer(fragment(session, 0, 99));
    model.hold(50);
    assertThat(where(model.answer(fragment(session, 100, 299)))).isEqualTo("416 @50");
    model.hold(250);
    assertThat(where(model.answer(fragment(session, 250, 299)))).isEqualTo("200 @300");
    model.answer(close(session));
    assertThat(model.published().bytes()).isEqualTo(FILE.bytes(0, 299));

    String lost = created(model);
    model.forgetSessions();
    assertThat(model.answer(close(lost)).status()).isEqualTo(500);
  }
}
