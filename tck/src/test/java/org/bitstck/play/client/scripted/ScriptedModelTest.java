package org.bitstck.play.client.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.play.client.Scripts.edit;
import static org.bitstck.play.client.scripted.Models.created;
import static org.bitstck.play.client.scripted.Models.fragment;
import static org.bitstck.play.client.scripted.Models.where;

import java.util.List;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.client.AckEdit;
import org.bitstck.scenario.client.RequestKind;
import org.junit.jupiter.api.Test;

class ScriptedModelTest {
  private final ServerModel model = Models.model();
  private final ScriptedModel scripted = new ScriptedModel(model);

  @Test
  void withoutAnEditTheAnswerIsTheCorrectOne() {
    String session = created(model);

    assertThat(where(scripted.answer(fragment(session, 0, 99), AckEdit.NONE)))
        .isEqualTo("200 @100");
  }

  @Test
  void arefusedFragmentIsNotTaken() {
    String session = created(model);
    scripted.answer(fragment(session, 0, 99), AckEdit.NONE);

    Answer error = scripted.answer(fragment(session, 100, 299), edit(503, -1));
    assertThat(error.headers())
        .containsExactly(new Header("BITS-Packet-Type", "Ack"), new Header("Content-Length", "0"));

    Answer resync = scripted.answer(fragment(session, 100, 299), edit(416, -1));
    assertThat(where(resync)).isEqualTo("416 @100");
    assertThat(resync.first("BITS-Session-Id")).contains(session);
    assertThat(where(scripted.answer(fragment(session, 100, 299), edit(416, 7))))
        .isEqualTo("416 @7");
    assertThat(where(model.answer(fragment(session, 100, 299)))).isEqualTo("200 @300");
  }

  @Test
  void whetherItIsTakenCanBeSaid() {
    String session = created(model);
    AckEdit lost = new AckEdit(500, null, -1, -1, -1, List.of(), null, null, null, true);
    AckEdit lie = new AckEdit(0, null, -1, -1, -1, List.of(), null, null, null, false);

    assertThat(scripted.answer(fragment(session, 0, 99), lost).status()).isEqualTo(500);
    assertThat(where(scripted.answer(fragment(session, 100, 199), lie))).isEqualTo("200 @200");
    assertThat(where(model.answer(fragment(session, 150, 299)))).isEqualTo("416 @100");
  }

  @Test
  void anErrorHasBothItsNamesAndAContext() {
    AckEdit edit =
        new AckEdit(403, "No", -1, 0x80070005L, -1, List.of(), null, null, "HTTP/1.0", null);

    Answer answer = scripted.answer(Models.create(), edit);

    assertThat(answer.statusLine()).isEqualTo("HTTP/1.0 403 No");
    assertThat(answer.headers())
        .containsExactly(
            new Header("BITS-Packet-Type", "Ack"),
            new Header("BITS-Error", "0x80070005"),
            new Header("BITS-Error-Code", "0x80070005"),
            new Header("BITS-Error-Context", "0x5"),
            new Header("Content-Length", "0"));
  }

  @Test
  void headersAreReplacedTakenOutAndAdded() {
    AckEdit edit =
        new AckEdit(
            201,
            null,
            -1,
            -1,
            0x7,
            List.of(
                new HeaderEdit("Bits-Session-ID", List.of("${session-lower}", "${3 letters}")),
                new HeaderEdit("Accept-Encoding", List.of()),
                new HeaderEdit("X", List.of("${host}${path}"))),
            "<p>",
            "text/html",
            null,
            null);

    Answer answer = scripted.answer(Models.create(), edit);

    assertThat(answer.headers())
        .containsExactly(
            new Header("BITS-Packet-Type", "Ack"),
            new Header("BITS-Protocol", "{7df0354d-249b-430f-820d-3d2a9bef4931}"),
            new Header("Bits-Session-ID", model.currentSession().toLowerCase()),
            new Header("Bits-Session-ID", "xxx"),
            new Header("BITS-Error-Context", "0x7"),
            new Header("Content-Type", "text/html"),
            new Header("X", "127.0.0.1:4711/run/1/one/a%20b.bin?ACCOUNT=7"),
            new Header("Content-Length", "3"));
    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void aChallengeNamesItsScheme() {
    assertThat(scripted.answer(Models.create(), edit(401, -1)).first("WWW-Authenticate"))
        .isPresent();
    assertThat(scripted.answer(Models.create(), edit(407, -1)).first("Proxy-Authenticate"))
        .isPresent();
  }

  @Test
  void aDownloadIsAnsweredAsAWholeOrNotAtAll() {
    Received part = Models.request("GET", RequestKind.GET, "/x", "Range", "bytes=0-9");

    assertThat(scripted.answer(part, edit(500, -1)).headers())
        .containsExactly(new Header("Content-Length", "0"));
  }

  @Test
  void targetsInAllForms() {
    assertThat(Targets.path("http://h:1/a%20b%zz%C3%A4?q=%20")).isEqualTo("/a b%zzä");
    assertThat(Targets.pathAndQuery("http://h:1")).isEqualTo("/");
    assertThat(Targets.pathAndQuery("/a?u=http://x/y")).isEqualTo("/a?u=http://x/y");
    assertThat(Targets.host("[::1]:80")).isEqualTo("::1");
    assertThat(Targets.host("::1")).isEqualTo("::1");
    assertThat(Targets.host("LocalHost:80")).isEqualTo("localhost");
  }
}
