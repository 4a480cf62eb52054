package benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process cost.
 *
 * @param wall seconds
 * @param cpu seconds, user and system, its children included
 * @param rssMiB most resident memory, as far as polling saw it
 * @param code it exited with
 */
record Timed(double wall, double cpu, double rssMiB, int code) {
  private static final long POLL_MS = 10;

  /** Bash knows what its children cost. */
  private static final String TIMER =
      "TIMEFORMAT='%R %U %S'; time \"$@\" 2>>\"$OUT\" >>\"$OUT\"";

  static Timed run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output.txt");
    Files.deleteIfExists(output);
    List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMER, "timer"));
    timed.addAll(command);
    File times = folder.resolve("times.txt").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(timed)
            .redirectError(times)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("OUT", output.toString());
    Process process = builder.start();
    double rss = 0;
    while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
      rss = Math.max(rss, rss(process));
    }
    String[] words = Files.readString(times.toPath()).strip().replaceAll(".*\n", "").split(" ");
    if (process.exitValue() != 0) {
      throw new IOException(
          command + " ended with " + process.exitValue() + ": " + Files.readString(output));
    }
    return new Timed(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]) + Double.parseDouble(words[2]),
        rss,
        process.exitValue());
  }

  private static double rss(Process process) {
    double most = 0;
    for (ProcessHandle child : process.descendants().toList()) {
      try {
        for (String line : Files.readAllLines(Path.of("/proc/" + child.pid() + "/status"))) {
          if (line.startsWith("VmHWM:")) {
            most = Math.max(most, Double.parseDouble(line.replaceAll("\\D", "")) / 1024);
          }
        }
      } catch (IOException e) {
        // it has ended
      }
    }
    return most;
  }
}
