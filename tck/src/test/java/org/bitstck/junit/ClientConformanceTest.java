package org.bitstck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients tested by test classes, as their owners write them. */
class ClientConformanceTest {

  @Test
  void aClientThatCanDoEverythingPasses() {
    Played played =
        Played.of(
            PlainClientConformance.class, Map.of("bits-tck.only", "client/suspend,client/cancel"));

    assertThat(played.containerFailures()).isEmpty();
    assertThat(played.ended(FAILED)).isEmpty();
    assertThat(played.ended(SUCCESSFUL)).hasSizeGreaterThan(10);
  }

  /** One method, one fragment, no error handling: what a quick client is like. */
  @ScenarioSettings(only = {"client/fragment/resync", "client/errors/refused"})
  static class Quick extends BitsClientConformance {
    private final HttpClient http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public UploadOutcome upload(UploadTask task) throws Exception {
      byte[] bytes = Files.readAllBytes(task.file());
      HttpResponse<Void> created =
          send(
              packet(task, "CREATE-SESSION")
                  .header("BITS-Supported-Protocols", "{7df0354d-249b-430f-820d-3d2a9bef4931}"));
      String session = created.headers().firstValue("BITS-Session-Id").orElseThrow();
      send(
          packet(task, "FRAGMENT")
              .header("BITS-Session-Id", session)
              .header("Content-Range", "bytes 0-" + (bytes.length - 1) + "/" + bytes.length)
              .method("BITS_POST", BodyPublishers.ofByteArray(bytes)));
      send(packet(task, "CLOSE-SESSION").header("BITS-Session-Id", session));
      return UploadOutcome.SUCCESS;
    }

    private static HttpRequest.Builder packet(UploadTask task, String type) {
      return HttpRequest.newBuilder(URI.create(task.url()))
          .header("BITS-Packet-Type", type)
          .method("BITS_POST", BodyPublishers.noBody());
    }

    private HttpResponse<Void> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      HttpResponse<Void> answer = http.send(request.build(), BodyHandlers.discarding());
      if (answer.statusCode() >= 500) {
        throw new IOException("status " + answer.statusCode());
      }
      return answer;
    }
  }

  @Test
  void aQuickClientIsToldWhatItLacks() {
    Played played = Played.of(Quick.class);

    assertThat(played.containerFailures()).isEmpty();

    assertThat(played.ended(SUCCESSFUL))
        .containsKey("preflight/plain-upload: a plain upload works");
    assertThat(played.ended(FAILED).values())
        .anySatisfy(text -> assertThat(text).startsWith("FAIL BITS-CLI-"));
    assertThat(played.ended(ABORTED).values())
        .anySatisfy(why -> assertThat(why).startsWith("the capability '"));
  }

  static class Silent extends BitsClientConformance {
    @Override
    public UploadOutcome upload(UploadTask task) {
      throw new IllegalStateException("not written yet");
    }
  }

  @Test
  void aClientThatSendsNothingIsOneFailure() {
    Played played = Played.of(Silent.class);

    assertThat(played.names()).isEmpty();
    assertThat(played.containerFailures())
        .singleElement()
        .asString()
        .startsWith("nothing of the client came to http://127.0.0.1:")
        .contains("not written yet");
  }
}
