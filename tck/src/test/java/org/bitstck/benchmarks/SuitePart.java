package org.bitstck.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The whole suite against a server that runs already, beside its exchanges by bare sockets. */
final class SuitePart implements Part {
  private static final List<Way> WAYS = List.of(Way.PLAIN, Way.LAUNCHER);

  /** Scenarios that the kit has under way by itself. */
  private static final int USUAL_JOBS = 4;

  @Override
  public String name() {
    return "suite";
  }

  @Override
  public String measure(Bench bench) throws Exception {
    CostTable whole = new CostTable();
    Playing serial = new Playing("`--jobs 1`", 1, "--jobs", "1");
    Playing usual = new Playing("as it comes", USUAL_JOBS);
    try (RunningServer server = bench.server()) {
      Recording recording = Recording.of(bench, server);
      for (int round = 0; round < bench.rounds(); round++) {
        for (Playing playing : List.of(serial, usual)) {
          playing.measure(bench, server, recording, whole);
        }
      }
    }
    return whole.text()
        + "\nPlaying alone, from the preflight to the last finding, in seconds:\n\n"
        + "| | kit | the same exchanges by bare sockets | times the floor |\n"
        + "| --- | ---: | ---: | ---: |\n"
        + serial.rows()
        + usual.rows();
  }

  /** The suite with so many jobs. */
  private static final class Playing {
    private final String name;
    private final int threads;
    private final List<String> options;
    private final Map<Way, Series> kit = new EnumMap<>(Way.class);
    private final Series floor = new Series();

    Playing(String name, int threads, String... options) {
      this.name = name;
      this.threads = threads;
      this.options = List.of(options);
    }

    void measure(Bench bench, RunningServer server, Recording recording, CostTable whole)
        throws Exception {
      List<String> arguments = new ArrayList<>(List.of("server", server.url()));
      arguments.addAll(options);
      String[] line = arguments.toArray(String[]::new);
      for (Way way : WAYS) {
        whole.add(name + ", " + way.text(), bench.kit().run(way, line));
        kit.computeIfAbsent(way, w -> new Series()).add(bench.kit().playing(way, line));
      }
      floor.add(recording.replay(server, threads));
    }

    String rows() {
      StringBuilder rows = new StringBuilder();
      for (Way way : WAYS) {
        Series seconds = kit.get(way);
        rows.append("| ").append(name).append(", ").append(way.text()).append(" | ");
        rows.append(seconds.text(2)).append(" | ").append(floor.text(2)).append(" | ");
        rows.append(String.format(Locale.ROOT, "%.1f", seconds.median() / floor.median()));
        rows.append(" |\n");
      }
      return rows.toString();
    }
  }
}
