package benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Scenarios in any number: four packets and a look at the file each. */
final class Generated {
  private static final int PER_FILE = 500;

  private Generated() {}

  static List<String> options(Path folder, int count) throws IOException {
    List<String> options = new ArrayList<>();
    for (int first = 0; first < count; first += PER_FILE) {
      StringBuilder text =
          new StringBuilder("topic: generated/part-" + first / PER_FILE + "\n")
              .append("role: server\nscenarios:\n");
      for (int i = first; i < Math.min(count, first + PER_FILE); i++) {
        text.append("  upload-").append(i).append(":\n");
        text.append("    title: an upload in two fragments\n    steps:\n    - create-session\n");
        text.append("    - fragment: 0-149\n");
        text.append("      expect: {BITS-SRV-FRAGMENT-001: {status: 200, received-range: 150}}\n");
        text.append("    - fragment: 150-\n");
        text.append("      expect: {BITS-SRV-FRAGMENT-001: {status: 200, received-range: 300}}\n");
        text.append("    - close-session:\n      expect: {BITS-SRV-CLOSE-001: {status: 200}}\n");
        text.append("    - stored:\n      expect: {BITS-SRV-CLOSE-002: {content: file}}\n");
      }
      Path file = folder.resolve("generated-" + first / PER_FILE + ".yaml");
      Files.writeString(file, text);
      options.add("--scenarios");
      options.add(file.toString());
    }
    return options;
  }
}
