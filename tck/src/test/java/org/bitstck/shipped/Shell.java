package org.bitstck.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder in which lines of the docs are run as a reader would run them: {@code bits-tck} is on
 * the path, and so is what the lines take for granted.
 */
final class Shell {
  /** The kit; runs that would play a whole suite play a part: the suite has tests of its own. */
  private static final String KIT =
      """
      #!/bin/sh
      command=$1; shift
      case " $* " in
        *" --only "*|*" --scenarios "*|*" --help "*) part= ;;
        *) case $command in
             server) part='--only ping' ;;
             client) part='--only client/upload/content' ;;
             *) part= ;;
           esac ;;
      esac
      exec '%s' "$command" $part "$@"
      """;

  /** The client of the docs' examples, with options. */
  private static final String CLIENT =
      """
      #!/bin/sh
      while [ $# -gt 2 ]; do shift; done
      exec sh docs/examples/upload.sh "$1" "$2"
      """;

  private static final Path EXAMPLES = Path.of("..", "docs", "examples");

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param environment beside the machine's own
   */
  Shell(Path folder, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.environment = environment;
    Files.createDirectories(folder.resolve("bin"));
    script("bin/bits-tck", KIT.formatted(String.join("' '", Kit.command())));
    // what is meant is the kit of this build, and the build is under way
    script("bin/java", "#!/bin/sh\nshift 2\nexec bits-tck \"$@\"\n");
    script("bin/mvn", "#!/bin/sh\n");
    script("my-client", CLIENT);
    Path examples = Files.createDirectories(folder.resolve("docs/examples"));
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, examples.resolve(file.getFileName()));
      }
    }
  }

  private void script(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path folder() {
    return folder;
  }

  /** Runs one line, or a few. */
  Kit.Ended run(String lines) throws Exception {
    Path output = Files.createTempFile(folder, "output-", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-e", "-c", lines)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder
        .environment()
        .merge("PATH", folder.resolve("bin").toString(), (old, own) -> own + ":" + old);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError(lines + " did not end: " + Files.readString(output));
    }
    return new Kit.Ended(process.exitValue(), Files.readString(output));
  }
}
