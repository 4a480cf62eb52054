package org.bitstck.client.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A BITS server on plain sockets that does what a script says, and otherwise what is right. */
public final class ScriptedServer implements AutoCloseable {
  public static final String SESSION = "{5D3C1F0A-77B2-4E0C-9A41-0C6E2D9B8F15}";
  private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

  private final ServerSocket listener;
  private final Script script;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final ByteArrayOutputStream stored = new ByteArrayOutputStream();
  private String session = SESSION;

  public ScriptedServer(Script script) throws IOException {
    this(InetAddress.getLoopbackAddress(), 0, script);
  }

  public ScriptedServer(InetAddress address, int port, Script script) throws IOException {
    this.script = script;
    listener = new ServerSocket(port, 50, address);
    daemon(this::accept);
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted server");
    thread.setDaemon(true);
    thread.start();
  }

  public String url(String target) {
    return "http://127.0.0.1:" + port() + target;
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** All requests so far. */
  public List<Seen> seen() {
    return seen;
  }

  /** The requests as "FRAGMENT bytes 0-4/5", in their order. */
  public List<String> log() {
    return seen.stream().map(Seen::toString).toList();
  }

  /** The bytes that a good server would have. */
  public synchronized byte[] stored() {
    return stored.toByteArray();
  }

  private void accept() {
    int number = 0;
    while (true) {
      try {
        Socket socket = listener.accept();
        socket.setTcpNoDelay(true);
        open.add(socket);
        int connection = number++;
        daemon(() -> serve(socket, connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, int connection) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        Seen request = read(in, connection);
        if (request == null) {
          return;
        }
        String answer = answer(request);
        if (answer.equals(Script.HANG_UP)) {
          return;
        }
        if (answer.equals(Script.SILENCE)) {
          // until the client closes
          while (in.read() >= 0) {}
          return;
        }
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        if (answer.contains("\r\nConnection: close") || answer.contains("X-Then: close")) {
          return;
        }
      }
    } catch (IOException e) {
      // the client closed
    }
  }

  private synchronized String answer(Seen request) {
    seen.add(request);
    int count = counts.merge(request.packet(), 1, Integer::sum) - 1;
    try {
      String answer = script.answer(request, count);
      return answer == null ? good(request) : answer;
    } catch (Exception e) {
      return Script.answer(599, e.toString());
    }
  }

  private String good(Seen request) {
    String id = "BITS-Session-Id: " + session;
    switch (request.packet()) {
      case "CREATE-SESSION":
        stored.reset();
        return Script.ack(200, "BITS-Protocol: " + PROTOCOL, id, "Accept-Encoding: identity");
      case "FRAGMENT":
        if (request.first() > stored.size()) {
          return Script.ack(416, "BITS-Received-Content-Range: " + stored.size());
        }
        int known = (int) (stored.size() - request.first());
        stored.write(request.body(), known, request.body().length - known);
        return Script.ack(200, id, "BITS-Received-Content-Range: " + stored.size());
      default:
        return Script.ack(200, id);
    }
  }

  /** The id that the next CREATE-SESSION gets. */
  public synchronized void session(String id) {
    session = id;
  }

  private static Seen read(InputStream in, int connection) throws IOException {
    String line = line(in);
    if (line == null) {
      return null;
    }
    String[] words = line.split(" ");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    String header;
    while ((header = line(in)) != null && !header.isEmpty()) {
      int colon = header.indexOf(':');
      headers.put(header.substring(0, colon), header.substring(colon + 1).trim());
    }
    int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      return null;
    }
    return new Seen(connection, words[0], words[1], words[2], headers, body);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int c;
    while ((c = in.read()) != '\n') {
      if (c < 0) {
        return null;
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** The number of connections that were made. */
  public int connections() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    List<Socket> all = new ArrayList<>(open);
    for (Socket socket : all) {
      socket.close();
    }
  }
}
