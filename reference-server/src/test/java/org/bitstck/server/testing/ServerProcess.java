package org.bitstck.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server as a process of its own, as a user starts it. */
public final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final int port;

  /** Starts a server and waits for its line. */
  public static ServerProcess serve(Path home, String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of("--port", "0"));
    all.addAll(List.of(arguments));
    Process process = start(home, all.toArray(String[]::new));
    return new ServerProcess(process);
  }

  /**
   * Starts the program.
   *
   * @param home working directory; gets {@code err.txt}
   */
  public static Process start(Path home, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.bitstck.server.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(home.toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(home.resolve("err.txt").toFile()))
        .start();
  }

  private ServerProcess(Process process) throws IOException {
    this.process = process;
    this.out = process.inputReader();
    String line = out.readLine();
    String prefix = "bits-server listening on http://127.0.0.1:";
    if (line == null || !line.startsWith(prefix)) {
      process.destroyForcibly();
      throw new IOException("the server said: " + line);
    }
    port = Integer.parseInt(line.substring(prefix.length()).replace("/", ""));
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** SIGKILL; returns when the process is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** SIGTERM. */
  public void terminate() {
    // by its handle: Process.destroy closes the streams as well
    process.toHandle().destroy();
  }

  /** The exit code; what the process still wrote has to be nothing. */
  public int exit() throws IOException, InterruptedException {
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      throw new IOException("the process does not end");
    }
    String rest = out.readLine();
    if (rest != null) {
      throw new IOException("a second line: " + rest);
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
