package org.bitstck.server.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A server application that answers notifications with the bytes that a test gives it, one answer
 * after the other.
 */
public final class TestApplication implements AutoCloseable {
  /** Names of headers in lower case. */
  public record Notified(String line, Map<String, String> headers, byte[] body) {}

  /** Makes the raw answer; null for silence. */
  public interface Script {
    String answer(Notified notified) throws Exception;
  }

  /** In front of an answer: the connection stays open behind it. */
  public static final String STALL = "(stall)";

  private final ServerSocket listener;
  private final List<Notified> notified = new CopyOnWriteArrayList<>();
  private final List<Socket> silent = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  public TestApplication(Script... scripts) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> serve(List.of(scripts).iterator()), "application");
    thread.setDaemon(true);
    thread.start();
  }

  public static Script always(String answer) {
    return notified -> answer;
  }

  private void serve(Iterator<Script> scripts) {
    Script script = null;
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Notified request = read(new BufferedInputStream(socket.getInputStream()));
        notified.add(request);
        script = scripts.hasNext() ? scripts.next() : script;
        String answer = script.answer(request);
        if (answer == null) {
          silent.add(socket);
          continue;
        }
        boolean stall = answer.startsWith(STALL);
        String bytes = stall ? answer.substring(STALL.length()) : answer;
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        if (stall) {
          silent.add(socket);
        } else {
          socket.close();
        }
      } catch (Exception e) {
        if (!listener.isClosed()) {
          e.printStackTrace();
        }
      }
    }
    closed.countDown();
  }

  private static Notified read(InputStream in) throws IOException {
    String line = line(in);
    Map<String, String> headers = new TreeMap<>();
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon).toLowerCase(), header.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Notified(line, headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  public int port() {
    return listener.getLocalPort();
  }

  public List<Notified> notified() {
    return notified;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : silent) {
      socket.close();
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
