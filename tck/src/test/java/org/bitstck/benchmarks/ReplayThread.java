package org.bitstck.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends what was sent and reads as much as was answered. Only session ids are exchanged for those
 * that the server gives this time; they have the same length.
 */
final class ReplayThread extends Thread {
  private static final int PATIENCE_MS = 5000;
  private static final Pattern SESSION = Pattern.compile("(?i)BITS-Session-Id:\\s*(\\{[^}]*})");

  private final int port;
  private final List<Piece> pieces;
  private final Map<Integer, Socket> open = new HashMap<>();
  private final Map<String, String> sessions = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Piece said;

  ReplayThread(int port, List<Piece> pieces) {
    this.port = port;
    this.pieces = pieces;
  }

  /** Answers that were not like those recorded; asked for when the thread has ended. */
  List<String> problems() {
    return problems;
  }

  @Override
  public void run() {
    for (Piece piece : pieces) {
      try {
        if (piece.sent()) {
          said = piece;
          connection(piece).getOutputStream().write(inOwnSession(piece));
        } else {
          receive(piece);
        }
      } catch (IOException e) {
        problems.add(e + " after " + firstLine(said));
      }
    }
    for (Socket socket : open.values()) {
      try {
        socket.close();
      } catch (IOException e) {
        // over
      }
    }
  }

  private Socket connection(Piece piece) throws IOException {
    Socket socket = open.get(piece.connection());
    if (socket == null) {
      socket = new Socket();
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MS);
      open.put(piece.connection(), socket);
    }
    return socket;
  }

  private byte[] inOwnSession(Piece piece) {
    Matcher session = SESSION.matcher(piece.text());
    if (!session.find()) {
      return piece.bytes();
    }
    String now = sessions.get(key(session));
    return now == null ? piece.bytes() : piece.with(session.start(1), now).bytes();
  }

  private void receive(Piece piece) throws IOException {
    byte[] answer = connection(piece).getInputStream().readNBytes(piece.bytes().length);
    Piece now = new Piece(piece.connection(), false, answer);
    if (!firstLine(now).equals(firstLine(piece))) {
      problems.add(
          "'" + firstLine(now) + "' instead of '" + firstLine(piece) + "' to " + firstLine(said));
    }
    Matcher then = SESSION.matcher(piece.text());
    Matcher given = SESSION.matcher(now.text());
    if (then.find() && given.find()) {
      sessions.put(key(then), given.group(1));
    }
  }

  /** Ids mean the same in upper and lower case, and a scenario may say so. */
  private static String key(Matcher session) {
    return session.group(1).toLowerCase(Locale.ROOT);
  }

  private static String firstLine(Piece piece) {
    return piece.text().lines().findFirst().orElse("");
  }
}
