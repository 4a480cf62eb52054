package benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Measures the kit as a process and prints Markdown. Arguments: target, parts, rounds. */
final class Main {
  private static final String ONE = "fragment/ranges/gap*";
  private static final int[] SIZES = {100, 500, 1000, 2500, 5000};
  private static final int LONG_ROUNDS = 3;

  private final Kit kit;
  private final int rounds;

  private Main(Kit kit, int rounds) {
    this.kit = kit;
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    Path shm = Path.of("/dev/shm");
    Path folder =
        Files.isWritable(shm)
            ? Files.createTempDirectory(shm, "bits-tck-bench")
            : Files.createTempDirectory("bits-tck-bench");
    try {
      Main main = new Main(new Kit(Path.of(args[0]).toRealPath(), folder), Integer.parseInt(args[2]));
      List<String> parts = List.of(args[1].split(","));
      boolean all = parts.contains("all");
      main.machine();
      if (all || parts.contains("start")) {
        main.start();
      }
      if (all || parts.contains("suite")) {
        main.suite();
      }
      if (all || parts.contains("client")) {
        main.client();
      }
      if (all || parts.contains("prove")) {
        main.prove();
      }
      if (all || parts.contains("growth")) {
        main.growth();
      }
      System.out.println("\nLoad average at the end: " + load());
    } finally {
      delete(folder);
    }
  }

  private void machine() throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d cores, %s %s, %s; load average at the start: %s. Median (least-most) of %d rounds in"
            + " turns, seconds.%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.vm.version"),
        load(),
        rounds);
  }

  private static String load() throws IOException {
    Path file = Path.of("/proc/loadavg");
    return Files.isReadable(file) ? Files.readString(file).split(" ")[0] : "unknown";
  }

  /** Wall and CPU of a command in each way of starting. */
  private final class Table {
    private final Map<Kit.Way, Series> wall = new EnumMap<>(Kit.Way.class);
    private final Map<Kit.Way, Series> cpu = new EnumMap<>(Kit.Way.class);
    private final Map<Kit.Way, Series> rss = new EnumMap<>(Kit.Way.class);

    void measure(String... arguments) throws Exception {
      for (Kit.Way way : Kit.Way.values()) {
        Timed timed = kit.run(way, arguments);
        wall.computeIfAbsent(way, w -> new Series()).add(timed.wall());
        cpu.computeIfAbsent(way, w -> new Series()).add(timed.cpu());
        rss.computeIfAbsent(way, w -> new Series()).add(timed.rssMiB());
      }
    }

    void print(String what) {
      for (Kit.Way way : Kit.Way.values()) {
        System.out.printf(
            Locale.ROOT,
            "| %s, %s | %s | %s | %.0f |%n",
            what,
            way.text(),
            wall.get(way).text(),
            cpu.get(way).text(),
            rss.get(way).median());
      }
    }
  }

  private static void head(String title) {
    System.out.println("\n### " + title + "\n");
    System.out.println("| | wall | CPU | memory, MiB |");
    System.out.println("| --- | ---: | ---: | ---: |");
  }

  /** A first run leaves the archive, the next one finds it. */
  private void archive(Server server) throws Exception {
    kit.run(Kit.Way.ARCHIVE, "server", server.url(), "--quiet");
    kit.run(Kit.Way.ARCHIVE, "--version");
  }

  private void start() throws Exception {
    try (Server server = Server.start(kit.referenceServer(), kit.folder())) {
      archive(server);
      Table version = new Table();
      Table list = new Table();
      Table one = new Table();
      for (int i = 0; i < rounds; i++) {
        version.measure("--version");
        list.measure("list");
        one.measure("server", server.url(), "--only", ONE);
      }
      head("Start");
      version.print("`--version`");
      list.print("`list`");
      one.print("one scenario (`--only '" + ONE + "'`)");
    }
  }

  private void suite() throws Exception {
    try (Server server = Server.start(kit.referenceServer(), kit.folder())) {
      archive(server);
      Path recording = record(server);
      Table serial = new Table();
      Table usual = new Table();
      Map<Kit.Way, Series> serialPlay = new EnumMap<>(Kit.Way.class);
      Map<Kit.Way, Series> usualPlay = new EnumMap<>(Kit.Way.class);
      Series floor = new Series();
      Series floorOfFour = new Series();
      for (int i = 0; i < rounds; i++) {
        serial.measure("server", server.url(), "--jobs", "1");
        usual.measure("server", server.url());
        for (Kit.Way way : Kit.Way.values()) {
          played(way, server, serialPlay, "--jobs", "1");
          played(way, server, usualPlay);
        }
        floor.add(replay(recording, server, 1));
        floorOfFour.add(replay(recording, server, 4));
      }
      head("The server suite against a running server");
      serial.print("`--jobs 1`");
      usual.print("as it comes");
      System.out.println("\nPlaying time, without the start of the JVM and the reading:\n");
      System.out.println("| | `--jobs 1` | as it comes |");
      System.out.println("| --- | ---: | ---: |");
      for (Kit.Way way : Kit.Way.values()) {
        System.out.println(
            "| "
                + way.text()
                + " | "
                + serialPlay.get(way).text()
                + " | "
                + usualPlay.get(way).text()
                + " |");
      }
      System.out.println(
          "| the same exchanges by bare sockets, one thread; four | "
              + floor.text()
              + " | "
              + floorOfFour.text()
              + " |");
    }
  }

  private void played(Kit.Way way, Server server, Map<Kit.Way, Series> play, String... more)
      throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("server", server.url(), "--report", "json", "--out", kit.reports(), "--quiet"));
    arguments.addAll(List.of(more));
    kit.run(way, arguments.toArray(String[]::new));
    play.computeIfAbsent(way, w -> new Series()).add(kit.reported("durationMs") / 1000.0);
  }

  private Path record(Server server) throws Exception {
    Path file = kit.folder().resolve("recording");
    try (Recorder recorder = new Recorder(server.url())) {
      kit.run(Kit.Way.PLAIN, "server", recorder.url(), "--jobs", "1", "--quiet");
      Replay.write(recorder.pieces(), file);
    }
    return file;
  }

  /** In a JVM of its own: as cold as the kit. */
  private double replay(Path recording, Server server, int threads) throws Exception {
    Process process =
        new ProcessBuilder(
                Kit.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Replay.class.getName(),
                recording.toString(),
                "" + URI.create(server.url()).getPort(),
                "" + threads)
            .redirectErrorStream(true)
            .start();
    return Double.parseDouble(process.inputReader().readLine());
  }

  private void client() throws Exception {
    Table driver = new Table();
    Table process = new Table();
    for (int i = 0; i < Math.min(rounds, LONG_ROUNDS); i++) {
      driver.measure("client", "--quiet");
      process.measure("client", "--per-process", "--quiet");
    }
    head("The client suite, the bundled client included");
    driver.print("one driver");
    process.print("a process for each upload");
  }

  private void prove() throws Exception {
    Series wall = new Series();
    Series cpu = new Series();
    for (int i = 0; i < Math.min(rounds, LONG_ROUNDS); i++) {
      Timed timed = kit.run(Kit.Way.PLAIN, "prove");
      wall.add(timed.wall());
      cpu.add(timed.cpu());
    }
    System.out.println("\n### The proof\n");
    System.out.println(
        "`bits-tck prove`, the wrong peers included: wall " + wall.text() + ", CPU " + cpu.text());
  }

  private void growth() throws Exception {
    System.out.println("\n### More scenarios\n");
    System.out.println("| scenarios | wall | CPU | CPU per scenario, ms | memory, MiB |");
    System.out.println("| ---: | ---: | ---: | ---: | ---: |");
    try (Server server = Server.start(kit.referenceServer(), kit.folder())) {
      archive(server);
      for (int size : SIZES) {
        List<String> arguments =
            new ArrayList<>(List.of("server", server.url(), "--profile", "interop", "--quiet"));
        arguments.addAll(Generated.options(kit.folder(), size));
        Series wall = new Series();
        Series cpu = new Series();
        Series rss = new Series();
        for (int i = 0; i < Math.min(rounds, LONG_ROUNDS); i++) {
          Timed timed = kit.run(Kit.Way.ARCHIVE, arguments.toArray(String[]::new));
          wall.add(timed.wall());
          cpu.add(timed.cpu());
          rss.add(timed.rssMiB());
        }
        System.out.printf(
            Locale.ROOT,
            "| %d | %s | %s | %.2f | %.0f |%n",
            size,
            wall.text(),
            cpu.text(),
            cpu.median() * 1000 / size,
            rss.median());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
