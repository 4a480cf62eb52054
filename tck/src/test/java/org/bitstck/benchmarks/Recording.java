package org.bitstck.benchmarks;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the suite and a server say to each other, in a file. */
record Recording(Path file) {
  private static final String TORN = "fragment/broken-off/large*";

  /** Plays the suite once. */
  static Recording of(Bench bench, RunningServer server) throws Exception {
    try (Recorder recorder = new Recorder(server.url())) {
      // where a connection is torn, other bytes arrive each time
      bench.kit().run(Way.LAUNCHER, "server", recorder.url(), "--jobs=1", "--skip=" + TORN);
      Recording recording = new Recording(bench.folder().resolve("recording"));
      recording.write(recorder.pieces());
      return recording;
    }
  }

  private void write(List<Piece> pieces) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(pieces.size());
      for (Piece piece : pieces) {
        out.writeInt(piece.connection());
        out.writeBoolean(piece.sent());
        out.writeInt(piece.bytes().length);
        out.write(piece.bytes());
      }
    }
  }

  List<Piece> read() throws IOException {
    List<Piece> pieces = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      for (int left = in.readInt(); left > 0; left--) {
        int connection = in.readInt();
        boolean sent = in.readBoolean();
        pieces.add(new Piece(connection, sent, in.readNBytes(in.readInt())));
      }
    }
    return pieces;
  }

  /**
   * Says the same to the server again, in a JVM that is as cold as that of the kit.
   *
   * @return seconds
   * @throws IOException if the server says something else this time
   */
  double replay(RunningServer server, int threads) throws IOException {
    Process process =
        new ProcessBuilder(
                KitCommand.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Replay.class.getName(),
                file.toString(),
                Integer.toString(URI.create(server.url()).getPort()),
                Integer.toString(threads))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    if (!said.matches("\\d+\\.\\d+")) {
      throw new IOException("the replay failed: " + said);
    }
    return Double.parseDouble(said);
  }
}
