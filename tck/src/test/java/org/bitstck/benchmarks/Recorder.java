package org.bitstck.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Stands between kit and server and keeps what goes both ways, in its order. */
final class Recorder implements AutoCloseable {
  private static final int BACKLOG = 200;

  private final ServerSocket listener;
  private final URI server;
  private final List<Piece> pieces = new ArrayList<>();

  /** Where the last piece of a connection stands. */
  private final Map<Integer, Integer> last = new HashMap<>();

  Recorder(String server) throws IOException {
    this.server = URI.create(server);
    this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    daemon(this::acceptAll);
  }

  String url() {
    return "http://127.0.0.1:" + listener.getLocalPort() + server.getPath();
  }

  synchronized List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "recorder");
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    try {
      for (int connection = 0; true; connection++) {
        int number = connection;
        Socket kit = listener.accept();
        Socket peer = new Socket(server.getHost(), server.getPort());
        kit.setTcpNoDelay(true);
        peer.setTcpNoDelay(true);
        daemon(() -> pump(number, true, kit, peer));
        daemon(() -> pump(number, false, peer, kit));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void pump(int connection, boolean sent, Socket from, Socket to) {
    byte[] buffer = new byte[64 * 1024];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        keep(connection, sent, Arrays.copyOf(buffer, count));
        out.write(buffer, 0, count);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // as wanted
    }
  }

  private synchronized void keep(int connection, boolean sent, byte[] bytes) {
    Integer before = last.get(connection);
    if (before != null && pieces.get(before).sent() == sent) {
      pieces.set(before, pieces.get(before).and(bytes));
    } else {
      last.put(connection, pieces.size());
      pieces.add(new Piece(connection, sent, bytes));
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
