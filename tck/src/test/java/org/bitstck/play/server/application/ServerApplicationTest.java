package org.bitstck.play.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.bitstck.exchange.Ending;
import org.bitstck.scenario.WireFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server meets that notifies the kit, and what the kit remembers of it. */
class ServerApplicationTest {
  private static final String DESTINATION = "http://files.example/in/bits-tck-1.bin";
  private static final byte[] UPLOAD = bytes("what was uploaded");
  private static final byte[] REPLY = bytes("a reply");

  private final AtomicInteger numbers = new AtomicInteger();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ServerApplication application;

  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    application = ServerApplication.listen(0);
  }

  @AfterEach
  void close() {
    application.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Reaction ok(byte[] reply) {
    return new Reaction(200, "HTTP/1.1", List.of(), reply, null, WireFault.NONE);
  }

  private static Reaction on(WireFault.Kind kind, long bytes, long millis) {
    return new Reaction(
        200, "HTTP/1.1", List.of(), REPLY, null, new WireFault(kind, bytes, millis, null));
  }

  private Script expect(Reaction... reactions) {
    Script script =
        new Script(
            url -> url.contains("bits-tck-1.bin"),
            content -> Arrays.equals(content, UPLOAD),
            null,
            List.of(reactions),
            numbers::incrementAndGet,
            System.nanoTime());
    application.enter(script);
    return script;
  }

  private HttpRequest.Builder notification() {
    return HttpRequest.newBuilder(URI.create("http://" + application.authority() + "/take"))
        .timeout(Duration.ofSeconds(10));
  }

  private HttpResponse<byte[]> byValue(byte[] body) throws IOException, InterruptedException {
    return send(
        notification()
            .header("BITS-Original-Request-URL", DESTINATION)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private HttpResponse<byte[]> byReference(Path data, Path response)
      throws IOException, InterruptedException {
    return send(
        notification()
            .header("BITS-Original-Request-URL", DESTINATION)
            .header("BITS-Request-DataFile-Name", data.toString())
            .header("BITS-Response-DataFile-Name", response.toString())
            .POST(BodyPublishers.noBody()));
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static Notification only(Script script) {
    assertThat(script.await(1, TimeUnit.SECONDS.toNanos(10))).isTrue();
    assertThat(script.notifications()).hasSize(1);
    return script.notifications().get(0);
  }

  @Test
  void byValueTheReplyIsTheBody() throws Exception {
    Script script = expect(ok(REPLY));

    HttpResponse<byte[]> answer = byValue(UPLOAD);

    assertThat(answer.body()).isEqualTo(REPLY);
    Notification told = only(script);
    assertThat(told.request().body()).isEqualTo(UPLOAD);
    assertThat(told.request().method()).isEqualTo("POST");
    assertThat(told.exchange().response().status()).isEqualTo(200);
    assertThat(told.exchange().toApplication()).isTrue();
    assertThat(told.released()).isNotNegative();
  }

  @Test
  void byReferenceTheReplyIsAFile() throws Exception {
    Path data = Files.write(folder.resolve("data"), UPLOAD);
    Path response = folder.resolve("response");
    Script script = expect(ok(REPLY));

    HttpResponse<byte[]> answer = byReference(data, response);

    assertThat(answer.body()).isEmpty();
    assertThat(response).hasBinaryContent(REPLY);
    Notification told = only(script);
    assertThat(told.dataFile().atArrival()).isEqualTo(UPLOAD);
    assertThat(told.dataFile().atAnswer()).isEqualTo(UPLOAD);
    assertThat(told.responseFile().problem()).isNull();
    Files.delete(data);
    assertThat(only(script).dataFile().there()).isFalse();
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    Path data = Files.write(folder.resolve("data"), UPLOAD);
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Script script = expect(ok(REPLY));

    assertThat(byReference(data, precious).statusCode()).isEqualTo(500);

    assertThat(precious).hasContent("mine");
    assertThat(only(script).responseFile().problem()).contains("lies something already");
    assertThat(script.trouble()).contains("could not store its reply");
  }

  @Test
  void aReplyHasToHaveAPlaceOfItsOwn() throws Exception {
    Path data = Files.write(folder.resolve("data"), UPLOAD);
    Script script = expect(ok(REPLY));

    byReference(data, data);
    byReference(data, folder.resolve("no/such/folder"));
    byReference(data, Path.of("relative"));

    assertThat(script.notifications())
        .extracting(told -> told.responseFile().problem())
        .satisfiesExactly(
            why -> assertThat(why).contains("the upload itself"),
            why -> assertThat(why).contains("does not exist"),
            why -> assertThat(why).contains("no full path"));
  }

  @Test
  void theScenarioIsKnownByTheUploadWhereTheUrlIsWrong() throws Exception {
    Script script = expect(ok(REPLY));

    HttpResponse<byte[]> answer = send(notification().POST(BodyPublishers.ofByteArray(UPLOAD)));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(only(script).url()).isEmpty();
  }

  @Test
  void whatIsAboutNoUploadIsRefusedAndRemembered() throws Exception {
    Script script = expect(ok(REPLY));

    HttpResponse<byte[]> answer =
        send(notification().POST(BodyPublishers.ofString("something else")));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(script.notifications()).isEmpty();
    assertThat(application.strays()).containsExactly("POST /take");
  }

  @Test
  void theLastReactionIsShownAgainAndAgain() throws Exception {
    expect(new Reaction(503, "HTTP/1.1", List.of(), null, null, WireFault.NONE), ok(REPLY));

    assertThat(byValue(UPLOAD).statusCode()).isEqualTo(503);
    assertThat(byValue(UPLOAD).statusCode()).isEqualTo(200);
    assertThat(byValue(UPLOAD).statusCode()).isEqualTo(200);
  }

  @Test
  void headersHaveTheLastWord() throws Exception {
    expect(
        new Reaction(
            200,
            "HTTP/1.1",
            List.of(
                new Reaction.Edit("BITS-Copy-File-To-Destination", List.of("")),
                new Reaction.Edit("Content-Length", List.of())),
            REPLY,
            null,
            WireFault.NONE));

    HttpResponse<byte[]> answer = byValue(UPLOAD);

    assertThat(answer.headers().firstValue("BITS-Copy-File-To-Destination")).hasValue("");
    assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
    assertThat(answer.body()).isEqualTo(REPLY);
  }

  @Test
  void theFileIsLookedAtAgainWhenTheAnswerGoesOut() throws Exception {
    Path data = Files.write(folder.resolve("data"), UPLOAD);
    Script script = expect(on(WireFault.Kind.DELAY, 0, 300));
    Thread careless =
        new Thread(
            () -> {
              while (script.notifications().isEmpty()) {
                LockSupport.parkNanos(1_000_000);
              }
              data.toFile().delete();
            });
    careless.start();

    byReference(data, folder.resolve("response"));
    careless.join();

    DataFile file = only(script).dataFile();
    assertThat(file.atArrival()).isEqualTo(UPLOAD);
    assertThat(file.answered()).isTrue();
    assertThat(file.atAnswer()).isNull();
    assertThat(file.problem()).contains("no such file");
  }

  @Test
  void aBrokenConnectionIsNoAnswer() throws Exception {
    Script script = expect(on(WireFault.Kind.CUT_BODY, 3, 0));

    assertThatThrownBy(() -> byValue(UPLOAD)).isInstanceOf(IOException.class);

    assertThat(only(script).exchange().ending()).isEqualTo(Ending.WITHHELD);
  }

  /** It has come when this returns. */
  private CompletableFuture<HttpResponse<byte[]>> sent(Script script) {
    CompletableFuture<HttpResponse<byte[]>> waiting =
        client.sendAsync(
            notification()
                .header("BITS-Original-Request-URL", DESTINATION)
                .POST(BodyPublishers.ofByteArray(UPLOAD))
                .build(),
            BodyHandlers.ofByteArray());
    Awaitility.await().until(() -> script.notifications().size() == 1);
    return waiting;
  }

  @Test
  void silenceLastsUntilTheServerGivesUp() {
    Script script = expect(on(WireFault.Kind.SILENCE, 0, 0));

    CompletableFuture<HttpResponse<byte[]>> waiting = sent(script);
    assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    waiting.cancel(true);

    assertThat(only(script).exchange().response()).isNull();
  }

  @Test
  void theEndOfTheScenarioLetsEverybodyGo() {
    Script script = expect(on(WireFault.Kind.SILENCE, 0, 0));
    CompletableFuture<HttpResponse<byte[]>> waiting = sent(script);

    application.leave(script);

    assertThat(waiting).failsWithin(Duration.ofSeconds(5));
  }

  @Test
  void downItRefusesAndUpItIsThereAgain() throws Exception {
    Script script = expect(ok(REPLY));
    byValue(UPLOAD);

    for (int i = 0; i < 5; i++) {
      application.down();
      assertThatThrownBy(() -> byValue(UPLOAD)).isInstanceOf(ConnectException.class);
      application.up();
      assertThat(byValue(UPLOAD).statusCode()).isEqualTo(200);
    }

    assertThat(script.notifications()).hasSize(6);
  }

  @Test
  void aTakenPortIsSaidToBeTaken() {
    assertThatThrownBy(() -> ServerApplication.listen(application.port()))
        .isInstanceOf(IOException.class);
  }
}
