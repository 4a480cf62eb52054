package benchmarks;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The floor: recorded exchanges again, by sockets and nothing else. Only session ids are exchanged
 * for those that the server gives this time; they have the same length.
 */
final class Replay {
  private static final Pattern ID = Pattern.compile("(?i)BITS-Session-Id: *(\\{[^}]*})");
  private static final Pattern LABEL = Pattern.compile("/(bits-tck-[^ ?]*)");

  private Replay() {}

  static void write(List<Recorder.Piece> pieces, Path file) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(pieces.size());
      for (Recorder.Piece piece : pieces) {
        out.writeInt(piece.connection());
        out.writeBoolean(piece.sent());
        out.writeInt(piece.bytes().length);
        out.write(piece.bytes());
      }
    }
  }

  private static List<Recorder.Piece> read(Path file) throws IOException {
    List<Recorder.Piece> pieces = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      for (int left = in.readInt(); left > 0; left--) {
        int connection = in.readInt();
        boolean sent = in.readBoolean();
        pieces.add(new Recorder.Piece(connection, sent, in.readNBytes(in.readInt())));
      }
    }
    return pieces;
  }

  /** Arguments: file, port, threads. Prints the seconds that the exchanges took. */
  public static void main(String[] args) throws Exception {
    List<Recorder.Piece> pieces = read(Path.of(args[0]));
    int port = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    List<List<Recorder.Piece>> parts = parts(pieces, threads);
    long start = System.nanoTime();
    List<Thread> running = new ArrayList<>();
    for (List<Recorder.Piece> part : parts) {
      Thread thread = new Thread(() -> new Player(port).play(part));
      thread.start();
      running.add(thread);
    }
    for (Thread thread : running) {
      thread.join();
    }
    System.out.println((System.nanoTime() - start) / 1e9);
  }

  /** What belongs to one destination stays together, in its order. */
  private static List<List<Recorder.Piece>> parts(List<Recorder.Piece> pieces, int count) {
    Map<Integer, Integer> partOf = new HashMap<>();
    Map<String, Integer> ofLabel = new HashMap<>();
    int next = 0;
    for (Recorder.Piece piece : pieces) {
      if (piece.sent() && !partOf.containsKey(piece.connection())) {
        Matcher label = LABEL.matcher(text(piece.bytes()));
        String key = label.find() ? label.group(1) : "";
        Integer part = ofLabel.get(key);
        if (part == null) {
          part = key.isEmpty() ? 0 : next++ % count;
          ofLabel.put(key, part);
        }
        partOf.put(piece.connection(), part);
      }
    }
    List<List<Recorder.Piece>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    for (Recorder.Piece piece : pieces) {
      parts.get(partOf.getOrDefault(piece.connection(), 0)).add(piece);
    }
    return parts;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** One thread's part. */
  private static final class Player {
    private final int port;
    private final Map<Integer, Socket> open = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();

    Player(int port) {
      this.port = port;
    }

    void play(List<Recorder.Piece> pieces) {
      for (Recorder.Piece piece : pieces) {
        try {
          if (piece.sent()) {
            send(piece);
          } else {
            receive(piece);
          }
        } catch (IOException e) {
          // the server closes some connections; the recording has the next one
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

    private void send(Recorder.Piece piece) throws IOException {
      Socket socket = open.get(piece.connection());
      if (socket == null) {
        socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(1000);
        open.put(piece.connection(), socket);
      }
      socket.getOutputStream().write(translated(piece.bytes()));
    }

    private byte[] translated(byte[] request) {
      String head = text(request);
      Matcher id = ID.matcher(head);
      if (!id.find() || !ids.containsKey(id.group(1))) {
        return request;
      }
      byte[] own = request.clone();
      byte[] now = ids.get(id.group(1)).getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(now, 0, own, id.start(1), Math.min(now.length, id.end(1) - id.start(1)));
      return own;
    }

    private void receive(Recorder.Piece piece) throws IOException {
      InputStream in = open.get(piece.connection()).getInputStream();
      byte[] answer = in.readNBytes(piece.bytes().length);
      Matcher then = ID.matcher(text(piece.bytes()));
      Matcher now = ID.matcher(text(answer));
      if (then.find() && now.find()) {
        ids.put(then.group(1), now.group(1));
      }
    }
  }
}
