package org.bitstck.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process cost.
 *
 * @param wall seconds
 * @param cpu seconds, user and system, its children included
 * @param memory the most that was resident of it, in MiB; of its children only a second JVM of the
 *     kit counts
 */
record Cost(double wall, double cpu, double memory) {
  private static final long POLL_MS = 20;

  /** Bash knows what its children cost. */
  private static final String TIMER = "TIMEFORMAT='%R %U %S'; time \"$@\" >>\"$OUT\" 2>&1";

  /**
   * @param folder where it is run
   * @throws IOException if it ends with another exit code than 0
   */
  static Cost of(List<String> command, Map<String, String> environment, Path folder)
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
    Process timer = builder.start();
    double memory = 0;
    while (!timer.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
      memory = Math.max(memory, memoryOfChild(timer.pid()));
    }
    if (timer.exitValue() != 0) {
      throw new IOException(
          String.join(" ", command)
              + " ended with "
              + timer.exitValue()
              + ": "
              + Files.readString(output));
    }
    String[] words = Files.readString(times.toPath()).strip().split("\\s+");
    return new Cost(
        Double.parseDouble(words[0]),
        Double.parseDouble(words[1]) + Double.parseDouble(words[2]),
        memory);
  }

  private static double memoryOfChild(long timer) {
    return children(timer).mapToDouble(Cost::memory).sum();
  }

  /** That of a second JVM counts, if it is the kit as well. */
  private static double memory(long kit) {
    return resident(kit) + children(kit).filter(Cost::isKit).mapToDouble(Cost::resident).sum();
  }

  private static Stream<Long> children(long process) {
    return ProcessHandle.of(process).stream()
        .flatMap(ProcessHandle::children)
        .map(ProcessHandle::pid);
  }

  private static boolean isKit(long process) {
    return ProcessHandle.of(process)
        .flatMap(handle -> handle.info().commandLine())
        .filter(line -> line.contains(" org.bitstck.cli.Main "))
        .isPresent();
  }

  /** Linux keeps the most there ever was; it has to be asked before the process ends. */
  private static double resident(long process) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
        }
      }
    } catch (IOException e) {
      // not there yet, or no longer
    }
    return 0;
  }
}
