package org.bitstck.play.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.bitstck.play.Endpoint;

/** A peer on a raw socket: takes one connection and does on it what a test says. */
final class ScriptedPeer implements AutoCloseable {
  private final ServerSocket listener;
  private final Thread thread;
  private volatile Socket connection;

  /** What the peer does. */
  interface Script {
    void play(Socket connection) throws IOException, InterruptedException;
  }

  ScriptedPeer(Script script) throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    thread =
        new Thread(
            () -> {
              try (Socket accepted = listener.accept()) {
                connection = accepted;
                script.play(accepted);
              } catch (IOException | InterruptedException e) {
                // the test is over, or the kit closed the connection: both end the script
              }
            },
            "scripted peer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Reads the head of a request and answers with these bytes, then waits for the kit to close. */
  static ScriptedPeer answering(String bytes) throws IOException {
    return new ScriptedPeer(
        connection -> {
          readHead(connection);
          write(connection, bytes);
          connection.getInputStream().readAllBytes();
        });
  }

  /** Reads the head of a request, answers and closes. */
  static ScriptedPeer answeringAndClosing(String bytes) throws IOException {
    return new ScriptedPeer(
        connection -> {
          readHead(connection);
          write(connection, bytes);
        });
  }

  /** Reads the head of a request, answers and resets the connection. */
  static ScriptedPeer answeringAndResetting(String bytes) throws IOException {
    return new ScriptedPeer(
        connection -> {
          readHead(connection);
          write(connection, bytes);
          connection.setSoLinger(true, 0);
        });
  }

  static void readHead(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    int state = 0;
    while (state < 4) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no whole head");
      }
      state = next == "\r\n\r\n".charAt(state) ? state + 1 : next == '\r' ? 1 : 0;
    }
  }

  static void write(Socket connection, String bytes) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  Endpoint endpoint() {
    return new Endpoint(listener.getInetAddress().getHostAddress(), listener.getLocalPort(), false);
  }

  @Override
  public void close() throws IOException {
    listener.close();
    thread.interrupt();
    if (connection != null) {
      connection.close();
    }
  }
}
