package org.bitstck.play.tap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.bitstck.exchange.Ending;
import org.bitstck.scenario.WireFault;

/** Sends answers, with what happens to them on the wire. */
final class AnswerWriter {
  private final Wire wire;
  private final WireReader in;

  AnswerWriter(Wire wire, WireReader in) {
    this.wire = wire;
    this.in = in;
  }

  /** Does what happens instead of an answer to a request that was not read to its end. */
  Sent breakOff(Visit visit) {
    WireFault fault = visit.fault();
    if (fault.kind() == WireFault.Kind.STOP_READING) {
      visit.awaitTurn();
      visit.release();
      wire.closeNow();
      return Sent.withheld("nothing was read behind " + fault.bytes() + " bytes of the body");
    }
    visit.release();
    wire.reset();
    return Sent.withheld("reset behind " + fault.bytes() + " bytes of the body");
  }

  /** Answers a request that came as a whole. */
  Sent answer(Visit visit, Message message) {
    try {
      // what has come by now came before the answer
      in.hasMore();
      return act(visit, message);
    } catch (IOException e) {
      visit.release();
      wire.closeNow();
      return Sent.left(Ending.RESET);
    }
  }

  private Sent act(Visit visit, Message message) throws IOException {
    WireFault fault = visit.fault();
    switch (fault.kind()) {
      case RESET, RESET_IN_BODY -> {
        visit.release();
        wire.reset();
        return Sent.withheld("the connection was reset instead");
      }
      case CLOSE -> {
        visit.release();
        wire.close();
        return Sent.withheld("the connection was closed instead");
      }
      case SILENCE -> {
        return stayStill(visit, "silence until the client gave up");
      }
      case STOP_READING -> {
        return breakOff(visit);
      }
      case GARBAGE -> {
        return instead(visit, fault.text().getBytes(StandardCharsets.UTF_8), "no HTTP was sent");
      }
      case CUT -> {
        return cut(visit, message, fault.bytes());
      }
      case CUT_BODY -> {
        return cut(visit, message, message.headLength() + fault.bytes());
      }
      case STALL_BODY -> {
        return stall(visit, message, message.headLength() + fault.bytes());
      }
      case DELAY -> {
        if (isGoneWithin(visit, fault.millis())) {
          visit.release();
          wire.closeNow();
          return Sent.left(Ending.CLOSED);
        }
        return send(visit, message);
      }
      case SLOW -> {
        return sendSlowly(visit, message, fault.millis());
      }
      case CLOSE_AFTER -> {
        return send(visit, message.closing());
      }
      case DROP_AFTER -> {
        Sent sent = send(visit, message);
        wire.close();
        return new Sent(sent.response(), sent.ending(), sent.detail(), 0, false);
      }
      default -> {
        return send(visit, message);
      }
    }
  }

  private Sent send(Visit visit, Message message) throws IOException {
    byte[] bytes = message.bytes();
    visit.release();
    wire.send(bytes, 0, bytes.length);
    return Sent.answer(message, goesOn(message));
  }

  private boolean goesOn(Message message) {
    if (message.endsConnection()) {
      wire.close();
      return false;
    }
    return true;
  }

  private Sent sendSlowly(Visit visit, Message message, long millis) throws IOException {
    byte[] bytes = message.bytes();
    for (int i = 0; i < bytes.length; i++) {
      if (i > 0) {
        visit.await(TimeUnit.MILLISECONDS.toNanos(millis));
      }
      if (i == bytes.length - 1) {
        visit.release();
      }
      wire.send(bytes, i, 1);
    }
    return Sent.answer(message, goesOn(message));
  }

  private Sent cut(Visit visit, Message message, long bytes) throws IOException {
    byte[] all = message.bytes();
    int count = (int) Math.min(bytes, all.length);
    visit.release();
    wire.send(all, 0, count);
    wire.close();
    return count == all.length
        ? Sent.answer(message, false)
        : Sent.withheld("cut behind " + count + " of " + all.length + " bytes");
  }

  private Sent instead(Visit visit, byte[] bytes, String detail) throws IOException {
    visit.release();
    wire.send(bytes, 0, bytes.length);
    wire.close();
    return Sent.withheld(detail);
  }

  private Sent stall(Visit visit, Message message, long bytes) throws IOException {
    byte[] all = message.bytes();
    int count = (int) Math.min(bytes, all.length);
    wire.send(all, 0, count);
    return stayStill(
        visit, count + " of " + all.length + " bytes, and silence until the peer gave up");
  }

  private Sent stayStill(Visit visit, String detail) {
    int surplus = in.dropAll();
    visit.release();
    wire.closeNow();
    return Sent.silence(detail, surplus);
  }

  /** Lets time pass and notices a client that hangs up; one that talks on is not listened to. */
  private boolean isGoneWithin(Visit visit, long millis) throws IOException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    if (!in.hasMore() && in.isGone(until - System.nanoTime())) {
      return true;
    }
    return !visit.await(until - System.nanoTime());
  }
}
