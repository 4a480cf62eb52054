package benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Stands between kit and server and keeps what goes both ways, in its order. */
final class Recorder implements AutoCloseable {
  /**
   * Bytes that went one way without anything coming the other way between them.
   *
   * @param connection counted from 0
   * @param sent by the kit; by the server otherwise
   */
  record Piece(int connection, boolean sent, byte[] bytes) {}

  private final ServerSocket listener;
  private final URI server;
  private final List<Piece> pieces = new ArrayList<>();
  private int connections;

  Recorder(String server) throws IOException {
    this.server = URI.create(server);
    this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
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
      while (true) {
        Socket kit = listener.accept();
        Socket peer = new Socket(server.getHost(), server.getPort());
        kit.setTcpNoDelay(true);
        peer.setTcpNoDelay(true);
        int number = connections++;
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
        keep(connection, sent, java.util.Arrays.copyOf(buffer, count));
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
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Piece before = pieces.get(i);
      if (before.connection() == connection) {
        if (before.sent() != sent) {
          break;
        }
        byte[] both = java.util.Arrays.copyOf(before.bytes(), before.bytes().length + bytes.length);
        System.arraycopy(bytes, 0, both, before.bytes().length, bytes.length);
        pieces.set(i, new Piece(connection, sent, both));
        return;
      }
    }
    pieces.add(new Piece(connection, sent, bytes));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
