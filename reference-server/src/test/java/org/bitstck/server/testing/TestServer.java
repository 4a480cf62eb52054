package org.bitstck.server.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.server.BitsServer;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.config.ConfigReader;
import org.bitstck.server.config.Overrides;
import org.bitstck.server.config.ServerConfig;

/** A server in this process, on a free port of the loopback interface. */
public final class TestServer implements AutoCloseable {
  private final Path home;
  private final Path configFile;
  private BitsServer server;

  /**
   * @param home gets the configuration and the folder {@code root} of the files
   * @param yaml configuration without folder and listen
   */
  public TestServer(Path home, String... yaml) throws IOException, ConfigException {
    this.home = home;
    this.configFile = home.resolve("server.yaml");
    Files.createDirectories(root());
    write(yaml);
    start();
  }

  private void write(String... yaml) throws IOException {
    Files.writeString(
        configFile, "folder: root\nlisten: {port: 0}\n" + String.join("\n", yaml) + "\n");
  }

  private ServerConfig read() throws ConfigException {
    return ConfigReader.read(configFile, Overrides.NONE);
  }

  private void start() throws IOException, ConfigException {
    server = new BitsServer(read());
  }

  /** Stops and starts with the same folder. */
  public void restart() throws IOException, ConfigException {
    server.close();
    start();
  }

  public void reload(String... yaml) throws IOException, ConfigException {
    write(yaml);
    server.reload(read());
  }

  public Path root() {
    return home.resolve("root");
  }

  public Path file(String name) {
    return root().resolve(name);
  }

  public int port() {
    return Integer.parseInt(server.url().replaceAll(".*:(\\d+)/", "$1"));
  }

  public int adminPort() {
    return server.adminPort();
  }

  public Wire connect() throws IOException {
    return new Wire(port());
  }

  /** One request on a connection of its own. */
  public Answer exchange(Request request) throws IOException {
    try (Wire wire = connect()) {
      return wire.exchange(request);
    }
  }

  /** Opens a session; its id. */
  public String session(String target) throws IOException {
    Answer answer = exchange(Request.create(target));
    if (answer.status() != 200) {
      throw new AssertionError("CREATE-SESSION: " + answer.outcome());
    }
    return answer.session();
  }

  /** Number of files in the private folder. */
  public int unfinished() throws IOException {
    try (var files = Files.list(root().resolve(".bits-sessions"))) {
      return (int) files.count();
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
