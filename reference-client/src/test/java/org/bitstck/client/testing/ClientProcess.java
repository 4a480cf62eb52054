package org.bitstck.client.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The client as a process of its own, as a user starts it. */
public final class ClientProcess implements AutoCloseable {
  private final Process process;
  private final Path folder;
  private final BufferedReader out;

  public ClientProcess(Path folder, String... arguments) throws IOException {
    this.folder = folder;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx32m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.bitstck.client.Main");
    command.addAll(List.of(arguments));
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(err().toFile()))
            .start();
    out = process.inputReader(StandardCharsets.UTF_8);
  }

  private Path err() {
    return folder.resolve("err.txt");
  }

  /** A line of standard output, null at its end. */
  public String line() throws IOException {
    return out.readLine();
  }

  /** Writes a line to standard input. */
  public void say(String line) throws IOException {
    OutputStream in = process.getOutputStream();
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  public void endInput() throws IOException {
    process.getOutputStream().close();
  }

  /** What was written to standard error. */
  public String errors() throws IOException {
    return Files.readString(err());
  }

  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** TERM or INT. */
  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  public int exit() throws InterruptedException, IOException {
    if (!process.waitFor(40, TimeUnit.SECONDS)) {
      throw new IOException("the client does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}
