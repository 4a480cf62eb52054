package org.bitstck.play.tap;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.play.Limits;
import org.bitstck.play.tap.AnswerSource.Said;
import org.bitstck.scenario.WireFault;

/** Serves one connection of a client, request by request. */
final class TapConnection implements Runnable {
  private static final byte[] GO_ON =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Tap tap;
  private final long number;
  private final Socket socket;
  private final Limits limits;
  private final WireReader in;
  private final Wire wire;
  private final AnswerWriter writer;
  private int served;
  private Scene last;

  TapConnection(Tap tap, long number, Socket socket, Limits limits) throws IOException {
    this.tap = tap;
    this.number = number;
    this.socket = socket;
    this.limits = limits;
    this.in = new WireReader(socket);
    this.wire = new Wire(socket, in);
    this.writer = new AnswerWriter(wire, in);
  }

  @Override
  public void run() {
    try {
      boolean goesOn = true;
      while (goesOn && in.awaitRequest()) {
        goesOn = serve();
        served++;
      }
    } catch (IOException e) {
      // the client has broken the connection between two requests, which it may
    } finally {
      wire.closeNow();
      tap.ended(this);
    }
  }

  /** Ends the connection, from any thread. */
  void hangUp() {
    wire.closeNow();
  }

  /** Returns whether the connection goes on. */
  private boolean serve() {
    long nanos = in.seenNanos();
    wire.begin();
    HeadReader reader = new HeadReader(in, limits);
    Request head = null;
    RequestProblem problem = null;
    try {
      head = reader.read();
    } catch (RequestProblem e) {
      problem = e;
      head = reader.asFarAsItCame();
    }
    Scene scene = tap.scenes().find(head, last);
    if (scene == null) {
      tap.stray(problem == null ? head.method() + " " + head.target() : problem.getMessage());
      refuse(problem == null ? 404 : problem.status());
      return false;
    }
    last = scene;
    boolean overIpv6 = socket.getLocalAddress() instanceof Inet6Address;
    Visit visit = scene.visit(new Arrival(head, number, served > 0, nanos, overIpv6, this::hangUp));
    return problem == null ? serve(visit, head) : giveUp(visit, problem, List.of());
  }

  private boolean serve(Visit visit, Request head) {
    List<Response> interim = new ArrayList<>();
    boolean whole;
    try {
      BodyReader body = new BodyReader(in, limits, head.headers());
      if (body.hasBody() && wantsContinue(head)) {
        interim.add(sendContinue());
      }
      whole = body.read(visit.body(), most(visit.fault()));
    } catch (RequestProblem problem) {
      return giveUp(visit, problem, interim);
    }
    Sent sent = whole ? answer(visit, head) : breakOff(visit);
    visit.over(
        new Ended(
            true,
            interim,
            sent.response(),
            sent.ending(),
            sent.detail(),
            sent.surplus(),
            wire.firstByteNanos()));
    return sent.goesOn();
  }

  /** How much of the body is read. */
  private long most(WireFault fault) {
    return switch (fault.kind()) {
      case RESET_IN_BODY -> fault.bytes();
      case STOP_READING -> {
        wire.narrow();
        yield fault.bytes();
      }
      default -> Long.MAX_VALUE;
    };
  }

  private static boolean wantsContinue(Request head) {
    return head.headers().all("Expect").stream()
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("100-continue"));
  }

  private Response sendContinue() throws RequestProblem {
    try {
      socket.getOutputStream().write(GO_ON);
    } catch (IOException e) {
      throw new RequestProblem(Ending.RESET, 0, "by the client, before its body");
    }
    return new Response(
        "HTTP/1.1",
        100,
        "Continue",
        new Headers(List.of()),
        new byte[0],
        Response.Framing.NONE,
        GO_ON,
        List.of());
  }

  private Sent breakOff(Visit visit) {
    visit.read(false);
    return writer.breakOff(visit);
  }

  private Sent answer(Visit visit, Request head) {
    Question question = visit.read(true);
    Said said;
    try {
      said = tap.answers().say(question);
    } catch (IOException | RuntimeException e) {
      tap.failed(e);
      visit.release();
      wire.reset();
      return Sent.withheld("the kit itself failed: " + e);
    }
    Message message = Message.of(said, head.method().equals("HEAD"));
    return writer.answer(visit, isLast(head) ? message.closing() : message);
  }

  /**
   * True if the client wants the connection closed behind the answer, or left more than it said.
   */
  private boolean isLast(Request head) {
    String connection = String.join(",", head.headers().all("Connection")).toLowerCase(Locale.ROOT);
    boolean old = head.version().equals("HTTP/1.0") && !connection.contains("keep-alive");
    boolean unframed =
        head.headers().has("Content-Range")
            && !head.headers().has("Content-Length")
            && !head.headers().has("Transfer-Encoding");
    return connection.contains("close") || old || unframed;
  }

  /** The request is none, or does not come to its end. */
  private boolean giveUp(Visit visit, RequestProblem problem, List<Response> interim) {
    visit.release();
    refuse(problem.status());
    visit.over(
        new Ended(
            false,
            interim,
            null,
            problem.ending(),
            problem.getMessage(),
            0,
            wire.firstByteNanos()));
    return false;
  }

  private void refuse(int status) {
    if (status == 0) {
      wire.closeNow();
      return;
    }
    byte[] answer = Answer.of(status, new Header("Connection", "close")).head();
    try {
      wire.send(answer, 0, answer.length);
      wire.close();
    } catch (IOException e) {
      wire.closeNow();
    }
  }
}
