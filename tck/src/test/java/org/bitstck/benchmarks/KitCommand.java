package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kit as it is shipped, started in one of several ways. */
final class KitCommand {
  /** The first one is that of the whole run. */
  private static final Pattern DURATION = Pattern.compile("\"durationMs\" : (\\d+)");

  private final Path target;
  private final Path folder;

  /**
   * @param target where the kit was built
   * @param folder for what runs leave behind
   */
  KitCommand(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  Path referenceServer() {
    return target.resolve("peers/reference-server/bits-server.jar");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** What a run costs. */
  Cost run(Way way, String... arguments) throws IOException, InterruptedException {
    String jar = target.resolve("bits-tck.jar").toString();
    List<String> command =
        new ArrayList<>(
            switch (way) {
              case PLAIN -> List.of(java(), "-jar", jar);
              case NO_ARCHIVE ->
                  List.of(
                      java(),
                      "-XX:TieredStopAtLevel=1",
                      "-XX:+UseSerialGC",
                      "-Xms64m",
                      "-Xmn32m",
                      "-jar",
                      jar);
              case LAUNCHER -> List.of(target.resolve("bits-tck").toString());
            });
    command.addAll(List.of(arguments));
    return Cost.of(command, Map.of("JAVA_HOME", System.getProperty("java.home")), folder);
  }

  /** How long a run plays, in seconds: from its first connection to its last finding. */
  double playing(Way way, String... arguments) throws IOException, InterruptedException {
    Path reports = folder.resolve("report");
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--quiet", "--report", "json", "--out", reports.toString()));
    run(way, all.toArray(String[]::new));
    Matcher duration = DURATION.matcher(Files.readString(reports.resolve("report.json")));
    if (!duration.find()) {
      throw new IOException("the report does not say how long the run took");
    }
    return Long.parseLong(duration.group(1)) / 1000.0;
  }
}
