package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scenarios in any number: four packets and a look at the file each. */
public final class Generated {
  private static final int PER_FILE = 500;

  private static final String STEPS =
      """
          title: an upload in two fragments
          steps:
          - create-session
          - fragment: 0-149
            expect: {BITS-SRV-FRAGMENT-001: {status: 200, received-range: 150}}
          - fragment: 150-
            expect: {BITS-SRV-FRAGMENT-001: {status: 200, received-range: 300}}
          - close-session:
            expect: {BITS-SRV-CLOSE-001: {status: 200}}
          - stored:
            expect: {BITS-SRV-CLOSE-002: {content: file}}
      """;

  private Generated() {}

  /** Writes files of scenarios; the options that have the kit play them. */
  static List<String> options(Path folder, int count) throws IOException {
    List<String> options = new ArrayList<>();
    for (int first = 0; first < count; first += PER_FILE) {
      Path file = folder.resolve("generated-" + first / PER_FILE + ".yaml");
      Files.writeString(file, file(first, Math.min(PER_FILE, count - first)));
      options.add("--scenarios");
      options.add(file.toString());
    }
    return options;
  }

  /**
   * The text of a file.
   *
   * @param first number of its first scenario
   */
  public static String file(int first, int count) {
    StringBuilder text = new StringBuilder();
    text.append("topic: generated/part-").append(first / PER_FILE).append('\n');
    text.append("role: server\nscenarios:\n");
    for (int i = first; i < first + count; i++) {
      text.append("  upload-").append(i).append(":\n").append(STEPS);
    }
    return text.toString();
  }
}
