package org.bitstck.shipped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitstck.play.process.QuickJvm;

/** The kit as it is shipped: the jar, run as a process. */
final class Kit {
  static final Path JAR = Path.of("target", "bits-tck.jar").toAbsolutePath();
  static final Path REFERENCE_SERVER =
      Path.of("target", "peers", "reference-server", "bits-server.jar").toAbsolutePath();

  private Kit() {}

  /**
   * How a run ended.
   *
   * @param output both outputs together
   */
  record Ended(int exitCode, String output) {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** How it is started: with the launcher's flags, as other tests want the machine as well. */
  static List<String> command() {
    List<String> command = new ArrayList<>(QuickJvm.command(JAR));
    command.addAll(List.of("-jar", JAR.toString()));
    return command;
  }

  /** How the README starts it. */
  static List<String> plainCommand() {
    return List.of(java(), "-jar", JAR.toString());
  }

  /** Starts the kit; its output goes to a file. */
  static Process start(Path output, String... arguments) {
    return start(command(), output, arguments);
  }

  static Process start(List<String> start, Path output, String... arguments) {
    List<String> command = new ArrayList<>(start);
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the kit to its end. */
  static Ended run(String... arguments) throws Exception {
    Path output = Files.createTempFile("bits-tck-it-", ".txt");
    try {
      Process process = start(output, arguments);
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("the kit did not end: " + Files.readString(output));
      }
      return new Ended(process.exitValue(), Files.readString(output));
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
