package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures parts, prints their tables, and writes them into the page. */
final class Main {
  /** In the order of the page. */
  private static final List<Part> PARTS =
      List.of(
          new StartPart(),
          new SuitePart(),
          new ClientPart(),
          new GrowthPart(),
          new HotPart(),
          new ProvePart());

  private Main() {}

  /**
   * Arguments: the folder where the kit was built, the page, then the options of {@code
   * tck/benchmarks/run}.
   */
  public static void main(String[] args) throws Exception {
    Settings settings;
    try {
      settings = Settings.of(List.of(args).subList(2, args.length), names());
    } catch (IllegalArgumentException e) {
      System.err.println("benchmarks: " + e.getMessage());
      System.exit(2);
      return;
    }
    Path page = Path.of(args[1]);
    Path folder = scratch();
    try {
      Bench bench =
          new Bench(
              new KitCommand(Path.of(args[0]).toRealPath(), folder), folder, settings.rounds());
      tell(settings, page, Machine.NAME, Machine.text());
      for (Part part : PARTS) {
        if (settings.wants(part.name())) {
          String before = Machine.load();
          String tables = part.measure(bench);
          tell(settings, page, part.name(), tables + "\n" + foot(part, bench, before));
        }
      }
    } finally {
      delete(folder);
    }
  }

  /** What can be asked for. */
  static List<String> names() {
    return PARTS.stream().map(Part::name).toList();
  }

  /** What is measured is kept at once: what comes later may fail. */
  private static void tell(Settings settings, Path page, String name, String figures)
      throws IOException {
    System.out.println("<!-- " + name + " -->\n\n" + figures);
    if (settings.write()) {
      Page.write(page, name, figures);
    }
  }

  private static String foot(Part part, Bench bench, String before) {
    return "`tck/benchmarks/run --rounds "
        + bench.rounds()
        + " "
        + part.name()
        + "`; load average "
        + before
        + " before, "
        + Machine.load()
        + " after.\n";
  }

  /** Memory, where there is a file system of it, so that no disk is measured. */
  private static Path scratch() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "bits-tck-benchmark")
        : Files.createTempDirectory("bits-tck-benchmark");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(file -> all.add(0, file));
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
