package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference server in a process of its own, without waits for the disk. */
final class RunningServer implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("listening on (http://\\S+)");

  private final Process process;
  private final String url;

  private RunningServer(Process process, String url) {
    this.process = process;
    this.url = url;
    // what it goes on to say has to be read, or it waits for its reader in the end
    Thread reader =
        new Thread(() -> process.inputReader().lines().forEach(line -> {}), "server log");
    reader.setDaemon(true);
    reader.start();
  }

  static RunningServer start(Path jar, Path folder) throws IOException {
    Path files = Files.createTempDirectory(folder, "server");
    Process process =
        new ProcessBuilder(
                List.of(
                    KitCommand.java(),
                    "-Xmx128m",
                    "-XX:+UseSerialGC",
                    "-jar",
                    jar.toString(),
                    "--folder",
                    files.toString(),
                    "--port",
                    "0",
                    "--no-fsync"))
            .redirectErrorStream(true)
            .start();
    var lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return new RunningServer(process, ready.group(1));
      }
    }
    throw new IOException("the server did not start");
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
