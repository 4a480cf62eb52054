package org.bitstck.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A peer of the kit on the loopback interface: plain sockets, one thread per connection. It shares
 * nothing with the kit nor with the reference peers, so that no misreading is shared either.
 */
public abstract class Peer implements AutoCloseable {
  private static final int LINGER_MS = 1000;

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "peer of the tests");
            thread.setDaemon(true);
            return thread;
          });

  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  protected Peer() {
    try {
      listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins to accept connections. */
  public Peer start() {
    THREADS.execute(this::acceptAll);
    return this;
  }

  /** The directory that takes uploads. */
  public final URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/inbox/");
  }

  /** Serves one connection; it is closed when this returns or throws. */
  protected abstract void serve(Socket socket) throws IOException;

  /** Hands a new connection on: each has a thread of its own. */
  protected void accepted(Socket socket) {
    THREADS.execute(() -> serveAndClose(socket));
  }

  protected final void serveAndClose(Socket socket) {
    open.add(socket);
    try (socket) {
      socket.setTcpNoDelay(true);
      serve(socket);
    } catch (IOException e) {
      // the other side is gone: nobody is left to tell
    } finally {
      open.remove(socket);
    }
  }

  /** Ends the sending and waits for the other side to end: a plain close could eat the answer. */
  protected static void lingeringClose(Socket socket) throws IOException {
    socket.shutdownOutput();
    socket.setSoTimeout(LINGER_MS);
    drain(socket.getInputStream());
  }

  /** Reads until the other side ends. */
  protected static void drain(InputStream in) throws IOException {
    byte[] scrap = new byte[8192];
    while (in.read(scrap) >= 0) {
      // nobody wants it
    }
  }

  private void acceptAll() {
    while (!listener.isClosed()) {
      try {
        accepted(listener.accept());
      } catch (IOException e) {
        return;
      }
    }
  }

  /** Stops listening and cuts all connections. */
  @Override
  public final void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
