package org.bitstck.play.client.scripted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.play.client.scripted.Models.created;
import static org.bitstck.play.client.scripted.Models.fragment;

import java.util.Arrays;
import org.bitstck.play.tap.Answer;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerSettings;
import org.bitstck.scenario.client.ServerSettings.HostId;
import org.bitstck.scenario.client.ServerSettings.ReplyUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {
  private static final String REPLIES = "/run/1/one/replies/";

  private static ServerModel model(ReplyUrl form) {
    FileSpec reply = new FileSpec("reply", 1000, null);
    return new ServerModel(
        Models.hosting(new ServerSettings(reply, form, HostId.NONE, null, false, null)));
  }

  private static String replyUrl(ServerModel model) {
    return model.answer(fragment(created(model), 0, 299)).first("BITS-Reply-URL").orElseThrow();
  }

  private static Received get(String target, String... headers) {
    Received raw = Models.request("GET", RequestKind.GET, target, headers);
    return new Received(
        raw.request(), raw.kind(), Targets.path(target), raw.authority(), raw.content());
  }

  @Test
  void onlyTheLastFragmentNamesTheReply() {
    ServerModel model = model(ReplyUrl.ABSOLUTE);
    String session = created(model);

    Answer first = model.answer(fragment(session, 0, 99));
    String path = "/run/1/one/" + new Reply(model.hosting()).url("x").split("/one/")[1];

    assertThat(first.first("BITS-Reply-URL")).isEmpty();
    assertThat(model.answer(get(path)).status()).isEqualTo(404);
    assertThat(model.answer(fragment(session, 100, 299)).first("BITS-Reply-URL"))
        .contains("http://127.0.0.1:4711" + path);
    assertThat(model.answer(fragment(session, 100, 299)).first("BITS-Reply-URL")).isPresent();
    assertThat(model.answer(get(path)).body()).isEqualTo(model.replyBytes());
    model.answer(Models.close(session));
    assertThat(model.answer(get(path)).status()).isEqualTo(404);
  }

  @Test
  void theRelativeFormsLieInTheFolderOfTheDestination() {
    ServerModel relative = model(ReplyUrl.RELATIVE);
    String url = replyUrl(relative);
    assertThat(url).matches("replies/[0-9A-F]{8}\\.bin");
    assertThat(relative.answer(get("/run/1/one/" + url)).status()).isEqualTo(200);

    ServerModel windows = model(ReplyUrl.WINDOWS);
    String iis = replyUrl(windows);
    assertThat(iis).matches("BITS-Sessions\\\\Replies\\\\\\{[0-9A-F-]{36}}\\\\responsefile\\.bin");
    String path = iis.replace('\\', '/');
    assertThat(windows.answer(get("/run/1/one/" + path)).status()).isEqualTo(400);
    String escaped = path.replace("{", "%7B").replace("}", "%7d");
    assertThat(windows.answer(get("/run/1/one/" + escaped)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99, 0, 99",
    "bytes=900-, 900, 999",
    "bytes=900-2000, 900, 999",
    "bytes=-1, 999, 999",
    "bytes=-5000, 0, 999",
    "BYTES= 5-5, 5, 5"
  })
  void aSingleRange(String range, int first, int last) {
    ServerModel model = model(ReplyUrl.RELATIVE);
    String path = "/run/1/one/" + replyUrl(model);

    Answer part = model.answer(get(path, "Range", range));

    assertThat(part.status()).isEqualTo(206);
    assertThat(part.first("Content-Range")).contains("bytes " + first + "-" + last + "/1000");
    assertThat(part.first("Content-Length")).contains("" + (last - first + 1));
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(model.replyBytes(), first, last + 1));
  }

  @Test
  void otherRangesAndConditions() {
    ServerModel model = model(ReplyUrl.RELATIVE);
    String path = "/run/1/one/" + replyUrl(model);
    Answer whole = model.answer(get(path));
    String date = whole.first("Last-Modified").orElseThrow();

    Answer beyond = model.answer(get(path, "Range", "bytes=1000-"));
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.first("Content-Range")).contains("bytes */1000");
    assertThat(model.answer(get(path, "Range", "bytes=9-0")).status()).isEqualTo(200);
    assertThat(model.answer(get(path, "Range", "lines=0-9")).status()).isEqualTo(200);
    assertThat(model.answer(get(path, "Range", "bytes=0-9", "If-Range", date)).status())
        .isEqualTo(206);
    assertThat(model.answer(get(path, "If-Unmodified-Since", date)).status()).isEqualTo(200);
    assertThat(model.answer(get(path, "If-Modified-Since", date)).status()).isEqualTo(304);

    byte[] before = model.replyBytes();
    model.changeReply();

    assertThat(model.replyBytes()).hasSize(1000).isNotEqualTo(before);
    assertThat(model.answer(get(path)).first("Last-Modified")).isPresent().get().isNotEqualTo(date);
    assertThat(model.answer(get(path, "Range", "bytes=0-9", "If-Range", date)).status())
        .isEqualTo(200);
    assertThat(model.answer(get(path, "If-Unmodified-Since", date)).status()).isEqualTo(412);
  }

  @Test
  void severalRangesComeInTheOrderOfTheRequest() {
    ServerModel model = model(ReplyUrl.RELATIVE);
    String path = "/run/1/one/" + replyUrl(model);

    Answer parts = model.answer(get(path, "Range", "bytes=500-501, 0-1"));

    assertThat(parts.status()).isEqualTo(206);
    assertThat(parts.first("Content-Type").orElseThrow()).startsWith("multipart/byteranges");
    assertThat(new String(parts.body()))
        .containsSubsequence("bytes 500-501/1000", "bytes 0-1/1000", "--\r\n");
    assertThat(parts.first("Content-Length")).contains("" + parts.body().length);
  }

  @Test
  void headHasTheLengthWithoutTheBytes() {
    ServerModel model = model(ReplyUrl.RELATIVE);
    String path = Targets.path("/run/1/one/" + replyUrl(model));

    Answer head = model.answer(Models.request("HEAD", RequestKind.HEAD, path));

    assertThat(head.first("Content-Length")).contains("1000");
    assertThat(head.first("Last-Modified")).isPresent();
    assertThat(head.body()).isEmpty();
    assertThat(model.answer(get(REPLIES + "other")).status()).isEqualTo(404);
  }
}
