package org.bitstck.client.http;

import java.nio.channels.SocketChannel;
import java.util.Timer;
import java.util.TimerTask;

/** Closes a connection whose blocking send takes too long; only TLS needs it. */
final class SendGuard extends TimerTask {
  private final SocketChannel channel;
  private volatile boolean expired;

  private SendGuard(SocketChannel channel) {
    this.channel = channel;
  }

  static SendGuard start(SocketChannel channel, long millis) {
    SendGuard guard = new SendGuard(channel);
    Clock.TIMER.schedule(guard, millis);
    return guard;
  }

  @Override
  public void run() {
    expired = true;
    Connection.hangUp(channel);
  }

  boolean expired() {
    return expired;
  }

  private static final class Clock {
    static final Timer TIMER = new Timer("send timer", true);
  }
}
