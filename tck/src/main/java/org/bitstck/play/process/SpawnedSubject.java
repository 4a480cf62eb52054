package org.bitstck.play.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.scenario.server.Hook;
import org.bitstck.subject.StartSpec;
import org.bitstck.subject.Subject;
import org.bitstck.subject.SubjectFile;
import org.bitstck.yaml.YamlValue;

/**
 * A subject that the kit starts as its subject file says, restarts, and ends with its children.
 *
 * <p>In the file {@code ${folder}} is a temporary folder, {@code ${java}} the JVM's command and
 * {@code ${port}} a free port; where the ready line tells the URL it is 0 at the first start.
 */
public final class SpawnedSubject implements SubjectControl, AutoCloseable {
  private final String peer;
  private final SubjectFile file;
  private final StartSpec start;
  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private final Subject subject;
  private PeerProcess process;

  /**
   * Starts it.
   *
   * @param peer what kind it is, for messages
   * @param more variables besides those named above
   * @param place where its temporary folder is made, and removed at the end
   * @throws StartFailed if it cannot be started or does not become ready
   */
  public static SpawnedSubject start(
      String peer, SubjectFile file, Map<String, String> more, Scratch.Place place)
      throws StartFailed {
    try {
      return new SpawnedSubject(peer, file, place.create("bits-tck-"), more);
    } catch (IOException e) {
      throw new StartFailed("no temporary folder: " + e.getMessage());
    }
  }

  private SpawnedSubject(String peer, SubjectFile file, Path folder, Map<String, String> more)
      throws StartFailed {
    this.peer = peer;
    this.file = file;
    this.start = file.spawn().orElseThrow();
    this.folder = folder;
    variables.putAll(more);
    variables.put("folder", folder.toString());
    variables.put("java", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    boolean told = file.url() == null;
    variables.put("port", told ? "0" : String.valueOf(FreePort.find()));
    try {
      writeFiles();
      String shown = launch();
      URI url = URI.create(told ? shown : fill(file.url()));
      variables.put("port", String.valueOf(url.getPort()));
      subject = file.at(url, this::fill);
    } catch (StartFailed | RuntimeException e) {
      close();
      throw e;
    }
  }

  private void writeFiles() throws StartFailed {
    try {
      for (Map.Entry<String, String> entry : start.files().entrySet()) {
        Files.writeString(folder.resolve(entry.getKey()), fill(entry.getValue()));
      }
    } catch (IOException e) {
      throw new StartFailed("cannot write the files of the " + peer + ": " + e.getMessage());
    }
  }

  public Subject subject() {
    return subject;
  }

  /** The last lines of its output. */
  public List<String> output() {
    return process.output();
  }

  @Override
  public void restart() throws Refused {
    process.close();
    try {
      launch();
    } catch (StartFailed e) {
      throw new Refused(e.getMessage());
    }
  }

  @Override
  public void run(Hook hook) throws Refused {
    new HookRunner(file.hooks()).run(hook, this::fill, start.folder(), process);
  }

  private String launch() throws StartFailed {
    List<String> command = start.command().stream().map(this::fill).toList();
    Map<String, String> environment = new HashMap<>();
    start.environment().forEach((name, value) -> environment.put(name, fill(value)));
    process = PeerProcess.start(peer, command, start.folder(), environment, start.readyLine());
    variables.put("pid", String.valueOf(process.pid()));
    if (start.readyLine() != null) {
      return process.awaitReady(start.within());
    }
    awaitReachable(fill(start.readyUrl()));
    return null;
  }

  /** A text with the variables of its start filled in. */
  public String fill(String text) {
    return YamlValue.fill(text, name -> Optional.ofNullable(variables.get(name)));
  }

  private void awaitReachable(String where) throws StartFailed {
    long deadline = System.nanoTime() + start.within().toNanos();
    while (!isReachable(where)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        String why =
            process.isAlive()
                ? "was not ready at " + where + " within " + start.within().toSeconds() + " s"
                : "ended before it was ready";
        throw new StartFailed("the " + peer + " " + why + process.lastWords());
      }
      process.awaitEnd(Duration.ofMillis(20));
    }
  }

  private boolean isReachable(String where) {
    try {
      if (where.startsWith("tcp:")) {
        try (Socket socket = new Socket()) {
          int port = Integer.parseInt(where.substring(4).strip());
          socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
          return true;
        }
      }
      HttpURLConnection connection = (HttpURLConnection) URI.create(where).toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(2000);
      return connection.getResponseCode() > 0;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Ends it and removes the temporary folder. */
  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
    Scratch.delete(folder);
  }
}
