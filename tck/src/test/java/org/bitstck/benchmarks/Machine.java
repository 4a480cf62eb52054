package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The machine that is measured on. */
final class Machine {
  static final String NAME = "machine";

  private static final String UNKNOWN = "unknown";

  private Machine() {}

  /** A sentence. */
  static String text() {
    return String.format(
        Locale.ROOT,
        "%d cores (%s), %s GiB, %s %s, JDK %s.%n",
        Runtime.getRuntime().availableProcessors(),
        field("/proc/cpuinfo", "model name"),
        gibibytes(field("/proc/meminfo", "MemTotal")),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.vm.version"));
  }

  /** Of the last minute. */
  static String load() {
    List<String> lines = lines("/proc/loadavg");
    return lines.isEmpty() ? UNKNOWN : lines.get(0).split(" ")[0];
  }

  private static String field(String file, String name) {
    for (String line : lines(file)) {
      if (line.startsWith(name)) {
        return line.substring(line.indexOf(':') + 1).strip();
      }
    }
    return UNKNOWN;
  }

  private static String gibibytes(String kibibytes) {
    return kibibytes.equals(UNKNOWN)
        ? UNKNOWN
        : "" + (Long.parseLong(kibibytes.replaceAll("\\D", "")) + (1 << 19)) / (1 << 20);
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException e) {
      return List.of();
    }
  }
}
