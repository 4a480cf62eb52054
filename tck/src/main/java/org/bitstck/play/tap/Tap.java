package org.bitstck.play.tap;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bitstck.play.Limits;

/** Listens for peers on a loopback port, over IPv4 and, where there is one, IPv6. */
public final class Tap implements AutoCloseable {
  /** A client that opens more connections at once than this is turned away. */
  private static final int MOST_CONNECTIONS = 1000;

  private static final int MOST_STRAYS = 20;
  private static final int TRIES = 20;
  private static final int BACKLOG = 256;
  private static final long BIND_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final int port;
  private final List<InetAddress> addresses = new ArrayList<>();
  private final List<ServerSocket> listening = new ArrayList<>();
  private final List<Future<?>> accepting = new ArrayList<>();
  private final List<Socket> reserved = new ArrayList<>();
  private final Scenes scenes;
  private final AnswerSource answers;
  private final Limits limits;
  private final Set<TapConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong count = new AtomicLong();
  private final List<String> strays = new ArrayList<>();
  private volatile String failure;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "bits-tck tap");
            thread.setDaemon(true);
            return thread;
          });

  private Tap(List<ServerSocket> bound, Scenes scenes, AnswerSource answers, Limits limits) {
    this.port = bound.get(0).getLocalPort();
    bound.forEach(socket -> addresses.add(socket.getInetAddress()));
    this.scenes = scenes;
    this.answers = answers;
    this.limits = limits;
  }

  /**
   * Listens on a free port.
   *
   * @throws IOException if there is none
   */
  public static Tap open(Scenes scenes, AnswerSource answers, Limits limits) throws IOException {
    return open(0, scenes, answers, limits);
  }

  /**
   * Listens on a port.
   *
   * @param port 0 for a free one
   * @throws IOException if it is taken
   */
  public static Tap open(int port, Scenes scenes, AnswerSource answers, Limits limits)
      throws IOException {
    List<ServerSocket> bound = listen(port);
    Tap tap = new Tap(bound, scenes, answers, limits);
    tap.listenOn(bound);
    return tap;
  }

  private void listenOn(List<ServerSocket> sockets) {
    listening.addAll(sockets);
    sockets.forEach(socket -> accepting.add(threads.submit(() -> accept(socket))));
  }

  /**
   * Refuses all connections and ends those there are. The port stays this tap's, so that nobody
   * else can take it meanwhile.
   *
   * @throws IOException if the port cannot be kept
   */
  public synchronized void refuse() throws IOException {
    closeListening();
    awaitNoAccepting();
    connections.forEach(TapConnection::hangUp);
    for (InetAddress address : addresses) {
      reserved.add(soon(() -> reserved(address)));
    }
  }

  /**
   * Takes connections again behind {@link #refuse}; does nothing if it never stopped.
   *
   * @throws IOException if the port was lost
   */
  public synchronized void listen() throws IOException {
    if (reserved.isEmpty()) {
      return;
    }
    release();
    List<ServerSocket> sockets = new ArrayList<>();
    for (InetAddress address : addresses) {
      sockets.add(soon(() -> bound(address, port)));
    }
    listenOn(sockets);
  }

  /** A socket that is bound and does not listen refuses whoever calls. */
  private Socket reserved(InetAddress address) throws IOException {
    Socket socket = new Socket();
    try {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Takes hold of a socket. */
  private interface Binding<S> {
    S bind() throws IOException;
  }

  /**
   * Between two sockets the port is nobody's for a moment, and the system may give it to a
   * connection that somebody opens just then: such a one is over soon.
   */
  private <S> S soon(Binding<S> binding) throws IOException {
    long deadline = System.nanoTime() + limits.answer().toNanos();
    while (true) {
      try {
        return binding.bind();
      } catch (BindException e) {
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(BIND_AGAIN_NANOS);
      }
    }
  }

  /** A socket listens on until the call of {@code accept} that it was closed under has returned. */
  private void awaitNoAccepting() throws IOException {
    try {
      for (Future<?> loop : accepting) {
        loop.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
      }
      accepting.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a port was to be closed", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("a port cannot be closed", e);
    }
  }

  private void release() {
    for (Socket socket : reserved) {
      close(socket);
    }
    reserved.clear();
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // nobody can come any more either way
    }
  }

  private void closeListening() {
    listening.forEach(Tap::close);
    listening.clear();
  }

  /** On one port of 127.0.0.1 and of ::1, if this machine has that. */
  private static List<ServerSocket> listen(int port) throws IOException {
    InetAddress ipv4 = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    InetAddress ipv6 = ipv6Loopback();
    if (ipv6 == null) {
      return List.of(bound(ipv4, port));
    }
    for (int i = 0; ; i++) {
      ServerSocket first = bound(ipv4, port);
      try {
        return List.of(first, bound(ipv6, first.getLocalPort()));
      } catch (IOException e) {
        if (i == TRIES || port != 0) {
          return List.of(first);
        }
        first.close();
      }
    }
  }

  private static InetAddress ipv6Loopback() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet6Address && address.isLoopbackAddress())
        .findFirst()
        .orElse(null);
  }

  private static ServerSocket bound(InetAddress address, int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    try {
      socket.bind(new InetSocketAddress(address, port), BACKLOG);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  /** Whether peers can come over IPv6. */
  public boolean hasIpv6() {
    return addresses.size() > 1;
  }

  private void accept(ServerSocket listener) {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        // this one connection is lost, or the tap is closed
      }
    }
  }

  private void serve(Socket socket) throws IOException {
    if (connections.size() >= MOST_CONNECTIONS) {
      stray("more than " + MOST_CONNECTIONS + " connections at once");
      socket.close();
      return;
    }
    socket.setTcpNoDelay(true);
    TapConnection connection = new TapConnection(this, count.incrementAndGet(), socket, limits);
    connections.add(connection);
    threads.execute(connection);
  }

  void ended(TapConnection connection) {
    connections.remove(connection);
  }

  Scenes scenes() {
    return scenes;
  }

  AnswerSource answers() {
    return answers;
  }

  void stray(String what) {
    synchronized (strays) {
      if (strays.size() < MOST_STRAYS) {
        strays.add(what);
      }
    }
  }

  /** What came that belongs to no scene, in words; the first ones. */
  public List<String> strays() {
    synchronized (strays) {
      return List.copyOf(strays);
    }
  }

  void failed(Exception e) {
    failure = e.toString();
  }

  /** What went wrong in the kit itself; null if nothing. */
  public String failure() {
    return failure;
  }

  @Override
  public synchronized void close() {
    closeListening();
    release();
    connections.forEach(TapConnection::hangUp);
    threads.shutdownNow();
  }
}
