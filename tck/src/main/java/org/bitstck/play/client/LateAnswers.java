package org.bitstck.play.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.bitstck.play.BesideLoader;
import org.bitstck.play.tap.Answer;
import org.bitstck.play.tap.AnswerSource;
import org.bitstck.play.tap.Question;

/** WireMock, started beside what else is to be done, and waited for by whom it is asked first. */
final class LateAnswers implements AnswerSource {
  private static final String PACKAGE = "org.bitstck.play.client.wiremock";

  private final CompletableFuture<AnswerSource> source = new CompletableFuture<>();

  LateAnswers() {
    Thread thread = new Thread(this::start, "bits-tck WireMock start");
    thread.setDaemon(true);
    thread.start();
  }

  /** By name only: its libraries are not on the kit's class path. */
  private void start() {
    try {
      ClassLoader loader = BesideLoader.of(PACKAGE, "wiremock");
      Thread.currentThread().setContextClassLoader(loader);
      AnswerSource wireMock =
          (AnswerSource)
              Class.forName(PACKAGE + ".WireMockAnswers", true, loader)
                  .getConstructor()
                  .newInstance();
      // the first answer takes many times as long as all others: no client is to wait for it
      wireMock.say(new Question("GET", () -> Answer.of(200)));
      source.complete(wireMock);
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      source.completeExceptionally(e);
    }
  }

  @Override
  public void awaitReady() throws IOException {
    ready();
  }

  @Override
  public Said say(Question question) throws IOException {
    return ready().say(question);
  }

  private AnswerSource ready() throws IOException {
    try {
      return source.get();
    } catch (ExecutionException e) {
      String why =
          e.getCause() instanceof LinkageError
              ? "it is not on the class path; add org.wiremock:wiremock-standalone"
              : String.valueOf(e.getCause());
      throw new IOException("WireMock cannot be started: " + why, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    source.thenAccept(AnswerSource::close);
  }
}
