package org.bitstck.play.tap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bitstck.play.Limits;
import org.junit.jupiter.api.Test;

/** A tap's port is its own, also while it refuses. */
class TapTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private static Tap open(Duration answer) throws IOException {
    AnswerSource none =
        new AnswerSource() {
          @Override
          public Said say(Question question) throws IOException {
            throw new IOException("nobody asks");
          }

          @Override
          public void close() {
            // there is nothing to close
          }
        };
    return Tap.open((head, last) -> null, none, Limits.DEFAULT.withAnswer(answer));
  }

  private static void connect(Tap tap) throws IOException {
    new Socket(LOOPBACK, tap.port()).close();
  }

  /** As the system may do with a port that is nobody's for a moment. */
  private static ServerSocket intruder(Tap tap) throws IOException {
    ServerSocket intruder = new ServerSocket();
    intruder.setReuseAddress(true);
    intruder.bind(new InetSocketAddress(LOOPBACK, tap.port()));
    return intruder;
  }

  @Test
  void refusesAndListensAgain() throws Exception {
    try (Tap tap = open(Limits.DEFAULT.answer())) {
      tap.refuse();
      assertThatThrownBy(() -> connect(tap)).isInstanceOf(ConnectException.class);

      tap.listen();
      connect(tap);
    }
  }

  @Test
  void waitsForSomebodyWhoHasItsPortForAMoment() throws Exception {
    try (Tap tap = open(Duration.ofSeconds(30))) {
      tap.refuse();
      CompletableFuture<Void> listening;
      try (ServerSocket intruder = intruder(tap)) {
        listening =
            CompletableFuture.runAsync(
                () -> {
                  try {
                    tap.listen();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
        assertThat(intruder.isBound()).isTrue();
        assertThat(listening).isNotCompleted();
      }
      listening.get(30, TimeUnit.SECONDS);
      connect(tap);
    }
  }

  @Test
  void butNotForEver() throws Exception {
    try (Tap tap = open(Duration.ofMillis(50))) {
      tap.refuse();
      try (ServerSocket intruder = intruder(tap)) {
        assertThatThrownBy(tap::listen).isInstanceOf(BindException.class);
        assertThat(intruder.isBound()).isTrue();
      }
    }
  }
}
