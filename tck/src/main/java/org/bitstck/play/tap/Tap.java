package org.bitstck.play.tap;

import java.io.IOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.bitstck.play.Limits;

/** Listens for clients on a loopback port, over IPv4 and, where there is one, IPv6. */
public final class Tap implements AutoCloseable {
  /** A client that opens more connections at once than this is turned away. */
  private static final int MOST_CONNECTIONS = 1000;

  private static final int MOST_STRAYS = 20;
  private static final int TRIES = 20;
  private static final int BACKLOG = 256;

  private final List<ServerSocket> listening;
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

  private Tap(List<ServerSocket> listening, Scenes scenes, AnswerSource answers, Limits limits) {
    this.listening = listening;
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
    Tap tap = new Tap(listen(), scenes, answers, limits);
    tap.listening.forEach(socket -> tap.threads.execute(() -> tap.accept(socket)));
    return tap;
  }

  /** On one port of 127.0.0.1 and of ::1, if this machine has that. */
  private static List<ServerSocket> listen() throws IOException {
    InetAddress ipv4 = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    InetAddress ipv6 = ipv6Loopback();
    if (ipv6 == null) {
      return List.of(bound(ipv4, 0));
    }
    for (int i = 0; ; i++) {
      ServerSocket first = bound(ipv4, 0);
      try {
        return List.of(first, bound(ipv6, first.getLocalPort()));
      } catch (IOException e) {
        if (i == TRIES) {
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
    return listening.get(0).getLocalPort();
  }

  /** Whether clients can come over IPv6. */
  public boolean hasIpv6() {
    return listening.size() > 1;
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
  public void close() {
    for (ServerSocket socket : listening) {
      try {
        socket.close();
      } catch (IOException e) {
        // nobody can come any more either way
      }
    }
    connections.forEach(TapConnection::hangUp);
    threads.shutdownNow();
  }
}
