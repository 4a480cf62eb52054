package org.bitstck.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.play.process.QuickJvm;

/**
 * Where {@code java -jar} begins. A jar cannot tell its JVM what the launcher script tells it, so
 * the longer commands are handed to a second JVM that is told: with the archive of classes and the
 * quick compiler alone it is done in little more than half the time, of which the first one costs a
 * twentieth of a second.
 *
 * <p>A JVM that was given options of its own, by the command line or by the environment, runs the
 * command itself, and so does one without an archive.
 */
public final class Launch {
  /** Those that read the suite; the others are over before a second JVM would pay. */
  private static final Set<String> LONGER =
      Set.of("server", "client", "application", "list", "lint", "prove");

  private static final List<String> OPTIONS_OF_THE_ENVIRONMENT =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private Launch() {}

  /** Runs a command and exits with its code: {@link ExitCode}. */
  public static void main(String[] args) {
    Path jar = jar();
    if (args.length > 0 && LONGER.contains(args[0]) && isPlain(jar, args)) {
      try {
        System.exit(runQuickly(jar, args));
      } catch (IOException e) {
        // no second process: slower, then
      }
    }
    Main.main(args);
  }

  private static Path jar() {
    try {
      return Path.of(Launch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether this JVM was started by {@code java -jar} and nothing more. */
  private static boolean isPlain(Path jar, String... args) {
    if (!Files.isReadable(QuickJvm.archive(jar))
        || OPTIONS_OF_THE_ENVIRONMENT.stream().anyMatch(name -> System.getenv(name) != null)) {
      return false;
    }
    Optional<String[]> own = ProcessHandle.current().info().arguments();
    return own.isPresent() && own.get().length == args.length + 2 && own.get()[0].equals("-jar");
  }

  /**
   * As the launcher has it: a large heap collects the garbage of the start late, but {@code prove}
   * plays the suite hundreds of times.
   */
  private static List<String> heap(String... args) {
    return args[0].equals("prove")
        ? List.of("-Xms320m", "-Xmn160m")
        : List.of("-Xms64m", "-Xmn32m");
  }

  private static int runQuickly(Path jar, String... args) throws IOException {
    List<String> command = new ArrayList<>(QuickJvm.command(jar));
    command.addAll(heap(args));
    command.addAll(List.of("-cp", jar.toString(), Main.class.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).inheritIO().start();
    // who ends this process means that one, and wants to find its reports when this one is over
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  process.destroy();
                  process.onExit().join();
                }));
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // nobody interrupts the thread of main
      }
    }
  }
}
