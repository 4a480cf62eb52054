package org.bitstck.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The floor: recorded exchanges again, by sockets and nothing else. */
final class Replay {
  /**
   * What the kit puts under a server's folder: run, scenario with a number of its own, what of it.
   */
  private static final Pattern DESTINATION =
      Pattern.compile("/bits-tck-([0-9a-f]{8})-([^ ?]*?[0-9a-f]{6,8})[-.]");

  private Replay() {}

  /** Arguments: recording, port, threads. Prints the seconds that the exchanges took. */
  public static void main(String[] args) throws Exception {
    String run = String.format("%08x", new Random().nextInt());
    List<Piece> pieces =
        new Recording(Path.of(args[0])).read().stream().map(piece -> renamed(piece, run)).toList();
    int port = Integer.parseInt(args[1]);
    List<ReplayThread> threads = new ArrayList<>();
    for (List<Piece> part : parts(pieces, Integer.parseInt(args[2]))) {
      threads.add(new ReplayThread(port, part));
    }
    long start = System.nanoTime();
    threads.forEach(Thread::start);
    for (ReplayThread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String problems =
        String.join("\n", threads.stream().flatMap(t -> t.problems().stream()).toList());
    System.out.println(problems.isEmpty() ? String.format(Locale.ROOT, "%.4f", seconds) : problems);
  }

  /** To destinations where nothing lies yet. */
  private static Piece renamed(Piece piece, String run) {
    Matcher destination = DESTINATION.matcher(piece.text());
    Piece renamed = piece;
    while (piece.sent() && destination.find()) {
      renamed = renamed.with(destination.start(1), run);
    }
    return renamed;
  }

  /** What belongs to one scenario stays together, in its order. */
  private static List<List<Piece>> parts(List<Piece> pieces, int count) {
    List<List<Piece>> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new ArrayList<>());
    }
    Map<Integer, Integer> partOfConnection = new HashMap<>();
    Map<String, Integer> partOfScenario = new HashMap<>();
    for (Piece piece : pieces) {
      Integer part = partOfConnection.get(piece.connection());
      if (part == null) {
        Matcher destination = DESTINATION.matcher(piece.text());
        String key = destination.find() ? destination.group(2) : "";
        int next = partOfScenario.size() % count;
        part = partOfScenario.computeIfAbsent(key, k -> next);
        partOfConnection.put(piece.connection(), part);
      }
      parts.get(part).add(piece);
    }
    return parts;
  }
}
