package org.bitstck.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A long way between the kit and a server: whatever comes goes on unchanged, later. The delay is
 * one of time, not of width: bytes that come one behind the other go on one behind the other.
 */
public final class DelayingProxy extends Peer {
  /** What ends a direction. */
  private enum End {
    CLOSED,
    RESET
  }

  /**
   * @param bytes null at the end
   * @param end null where it goes on
   */
  private record Chunk(long dueNanos, byte[] bytes, End end) {}

  private final URI server;
  private final long halfNanos;

  /**
   * @param delay of a round trip, half of it on each way
   */
  public DelayingProxy(URI server, Duration delay) {
    this.server = server;
    this.halfNanos = delay.toNanos() / 2;
  }

  @Override
  protected void serve(Socket near) throws IOException {
    try (Socket far = new Socket(server.getHost(), server.getPort())) {
      far.setTcpNoDelay(true);
      Thread back = pump(far, near);
      Thread forth = pump(near, far);
      join(forth);
      join(back);
    }
  }

  private static void join(Thread thread) throws IOException {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Carries one direction; gives the thread that writes. */
  private Thread pump(Socket from, Socket to) {
    BlockingQueue<Chunk> way = new LinkedBlockingQueue<>();
    daemon("reads", () -> read(from, way));
    return daemon("writes", () -> write(way, to));
  }

  private static Thread daemon(String what, Runnable work) {
    Thread thread = new Thread(work, "DelayingProxy " + what);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void read(Socket from, BlockingQueue<Chunk> way) {
    byte[] buffer = new byte[64 * 1024];
    End end = End.CLOSED;
    try {
      InputStream in = from.getInputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        way.add(new Chunk(System.nanoTime() + halfNanos, Arrays.copyOf(buffer, n), null));
      }
    } catch (IOException e) {
      end = End.RESET;
    }
    way.add(new Chunk(System.nanoTime() + halfNanos, null, end));
  }

  private static void write(BlockingQueue<Chunk> way, Socket to) {
    try {
      OutputStream out = to.getOutputStream();
      while (true) {
        Chunk chunk = way.take();
        TimeUnit.NANOSECONDS.sleep(chunk.dueNanos() - System.nanoTime());
        if (chunk.end() == End.CLOSED) {
          to.shutdownOutput();
          return;
        }
        if (chunk.end() == End.RESET) {
          to.setSoLinger(true, 0);
          to.close();
          return;
        }
        out.write(chunk.bytes());
      }
    } catch (IOException e) {
      // the other side is gone: its own direction tells
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
