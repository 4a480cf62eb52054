package org.bitstck.play.client;

import java.io.IOException;
import java.util.List;
import org.bitstck.play.Limits;
import org.bitstck.play.tap.AnswerSource;
import org.bitstck.play.tap.DirectAnswers;
import org.bitstck.play.tap.Tap;
import org.bitstck.scenario.client.ServerSettings.HostId;

/**
 * The kit as a BITS server for clients under test: a wire tap on a loopback port, and behind it who
 * says the answers. Several scenarios are played at once, each below a path of its own.
 */
public final class ScriptedServer implements AutoCloseable {
  private final Stages stages = new Stages();
  private final AnswerSource answers;
  private final Tap tap;

  private ScriptedServer(AnswerSource answers, Limits limits) throws IOException {
    this.answers = answers;
    this.tap = Tap.open(stages, answers, limits);
  }

  /**
   * Listens on a free port of 127.0.0.1, and on the same port of ::1 where there is one. WireMock
   * says the answers.
   *
   * @param limits {@code answer} is how long the rest of a request is waited for
   * @throws IOException if no port can be had
   */
  public static ScriptedServer open(Limits limits) throws IOException {
    return new ScriptedServer(new LateAnswers(), limits);
  }

  /**
   * The same without WireMock, for a great many runs: what comes over the wire is alike byte for
   * byte.
   *
   * @param limits {@code answer} is how long the rest of a request is waited for
   * @throws IOException if no port can be had
   */
  public static ScriptedServer direct(Limits limits) throws IOException {
    return new ScriptedServer(new DirectAnswers(), limits);
  }

  /**
   * Waits until answers come without delay: WireMock is started while other things are done.
   *
   * @throws IOException if it cannot be started; the message is for the user
   */
  public void awaitReady() throws IOException {
    answers.awaitReady();
  }

  public int port() {
    return tap.port();
  }

  /** Host and port of the URLs that clients are given. */
  String authority() {
    return RequestReading.ORIGINAL_HOST + ":" + port();
  }

  /** Whether this machine has what a scenario wants to announce. */
  boolean has(HostId hostId) {
    return hostId != HostId.IPV6 || tap.hasIpv6();
  }

  /** What BITS-Host-Id says; null if it is not sent. */
  static String hostId(HostId hostId) {
    return switch (hostId) {
      case NONE -> null;
      case NAME -> "localhost";
      // a bare host, as the specification has it; the brackets are the client's task
      case IPV6 -> "::1";
      // all of 127.0.0.0/8 is this machine, but the tap has the port of 127.0.0.1 alone
      case DEAD -> "127.0.0.2";
    };
  }

  void enter(String prefix, ClientStage stage) {
    stages.enter(prefix, stage);
  }

  void leave(String prefix) {
    stages.leave(prefix);
  }

  /** What came that belongs to no scenario, in words; the first ones. */
  public List<String> strays() {
    return tap.strays();
  }

  /** What went wrong in the kit itself; null if nothing. */
  public String failure() {
    return tap.failure();
  }

  @Override
  public void close() {
    tap.close();
    answers.close();
  }
}
