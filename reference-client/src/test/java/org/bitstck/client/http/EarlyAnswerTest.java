package org.bitstck.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.bitstck.client.testing.Script;
import org.bitstck.client.testing.Uploads;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.UploadOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Servers that do not read what is sent to them. */
@Timeout(60)
class EarlyAnswerTest {
  private static final int BIG = 64 << 20;

  @TempDir Path folder;

  /** Answers CREATE-SESSION, then says something to the head of a fragment and reads no more. */
  private Outcome upload(String toFragment, Duration send) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server =
          new Thread(
              () -> {
                try (Socket socket = listener.accept()) {
                  head(socket.getInputStream());
                  say(socket, Script.ack(200, "BITS-Session-Id: {1}"));
                  head(socket.getInputStream());
                  say(socket, toFragment);
                  end.await();
                } catch (IOException | InterruptedException e) {
                  // the client will complain
                }
              });
      server.setDaemon(true);
      server.start();
      UploadOptions options =
          Uploads.options(Uploads.file(folder, BIG), "http://127.0.0.1:" + listener.getLocalPort())
              .withFragmentSize(BIG)
              .withTimers(new Timers(send, Duration.ofMinutes(1), Duration.ofMinutes(1)));
      return Uploads.run(options);
    } finally {
      end.countDown();
    }
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void head(InputStream in) throws IOException {
    int last = 0;
    while (last != 0x0D0A0D0A) {
      last = last << 8 | in.read();
    }
  }

  @Test
  void anAnswerEndsTheSending() throws Exception {
    Outcome outcome = upload(Script.error(403, "0x80070005", "0x5"), Duration.ofMinutes(1));
    assertThat(outcome.failure().error().status()).isEqualTo(403);
  }

  @Test
  void anInterimAnswerDoesNot() throws Exception {
    String both = "HTTP/1.1 100 Continue\r\n\r\n" + Script.error(403, "0x80070005", "0x5");
    assertThat(upload(both, Duration.ofMinutes(1)).failure().error().status()).isEqualTo(403);
  }

  @Test
  void theTimerEndsASendThatHangs() throws Exception {
    Outcome outcome = upload("", Duration.ofMillis(300));
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILED);
    assertThat(outcome.failure().cause()).isEqualTo(Failure.Cause.TIMEOUT);
  }
}
