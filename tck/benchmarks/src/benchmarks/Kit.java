package benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kit as it is shipped, started in one of several ways. */
final class Kit {
  /** How it is started. */
  enum Way {
    /** {@code java -jar}, nothing else. */
    PLAIN("plain `java -jar`"),
    /** The launcher without an archive of classes. */
    LAUNCHER("launcher, no archive"),
    /** The launcher with one. */
    ARCHIVE("launcher");

    private final String text;

    Way(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  private final Path target;
  private final Path folder;

  /**
   * @param target where the kit was built
   * @param folder for what runs leave behind
   */
  Kit(Path target, Path folder) {
    this.target = target;
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  Path referenceServer() {
    return target.resolve("peers/reference-server/bits-server.jar");
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  Timed run(Way way, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("BITS_TCK_CACHE", folder.resolve("cache").toString());
    if (way == Way.PLAIN) {
      command.addAll(List.of(java(), "-jar", target.resolve("bits-tck.jar").toString()));
    } else {
      command.add(target.resolve("bits-tck").toString());
      if (way == Way.LAUNCHER) {
        environment.put("BITS_TCK_ARCHIVE", "off");
      }
    }
    command.addAll(List.of(arguments));
    return Timed.run(folder, environment, command);
  }

  /** What the last run wrote into its JSON report under a name that stands there once. */
  long reported(String name) throws IOException {
    String report = Files.readString(folder.resolve("report/report.json"));
    int at = report.indexOf("\"" + name + "\" : ") + name.length() + 5;
    int end = at;
    while (Character.isDigit(report.charAt(end))) {
      end++;
    }
    return Long.parseLong(report.substring(at, end));
  }

  String reports() {
    return folder.resolve("report").toString();
  }
}
