package org.bitstck.mutation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.process.HookRunner;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.server.Hook;
import org.bitstck.server.BitsServer;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.config.ConfigReader;
import org.bitstck.server.config.Overrides;
import org.bitstck.server.config.ServerConfig;
import org.bitstck.subject.HookSpec;
import org.bitstck.subject.Subject;
import org.bitstck.subject.SubjectFile;
import org.bitstck.subject.SubjectReader;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.YamlValue;

/**
 * A reference server in this JVM, set up as in the tour, with threads of its own: what hangs in a
 * mutant hangs nobody else.
 */
final class ReferenceServer implements SubjectControl, AutoCloseable {
  private static final String SUBJECT = "/org/bitstck/cli/reference-server.yaml";
  private static final String CONFIG = "bits-server.yaml";

  private final Profile profile;
  private final String application;
  private final SubjectFile file;
  private final Path folder;
  private final HookRunner commands;
  private BitsServer server;

  /**
   * Starts it on a free port.
   *
   * @param application authority of the kit's server application
   */
  ReferenceServer(Profile profile, String application) throws IOException {
    this.profile = profile;
    this.application = "http://" + application;
    this.file = file();
    this.folder = Files.createTempDirectory("bits-tck-mutant-").toRealPath();
    for (Map.Entry<String, String> entry : file.spawn().orElseThrow().files().entrySet()) {
      Files.writeString(folder.resolve(entry.getKey()), filled(entry.getValue()));
    }
    this.server = new BitsServer(config(0));
    this.commands = new HookRunner(hooks());
  }

  private static SubjectFile file() throws IOException {
    try (InputStream in = ReferenceServer.class.getResourceAsStream(SUBJECT)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new SubjectReader(Path.of(""), System.getenv()).read(new Source(SUBJECT, text), text);
    }
  }

  /** What the kit may know of it. */
  Subject subject() {
    return file.at(URI.create(filled(file.url())), this::filled);
  }

  private String filled(String text) {
    return YamlValue.fill(text, name -> Optional.ofNullable(variable(name)));
  }

  private String variable(String name) {
    return switch (name) {
      case "folder" -> folder.toString();
      case "application" -> application;
      case "port" -> String.valueOf(port());
      // it has no process of its own that could be signalled
      case "pid" -> "";
      default -> null;
    };
  }

  private int port() {
    return URI.create(server.url()).getPort();
  }

  private Map<Hook, HookSpec> hooks() {
    Map<Hook, HookSpec> hooks = new EnumMap<>(Hook.class);
    UnaryOperator<String> fill = this::filled;
    file.hooks()
        .forEach(
            (hook, spec) ->
                hooks.put(
                    hook,
                    new HookSpec(spec.command().stream().map(fill).toList(), spec.readyLine())));
    return hooks;
  }

  private ServerConfig config(int port) throws IOException {
    Overrides overrides =
        new Overrides(null, null, null, folder, profile.text(), true, null, false);
    try {
      return ConfigReader.read(folder.resolve(CONFIG), overrides).pooled(port);
    } catch (ConfigException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void restart() throws Refused {
    try {
      int port = port();
      server.close();
      server = new BitsServer(config(port));
    } catch (IOException e) {
      throw new Refused(e.toString());
    }
  }

  @Override
  public void run(Hook hook) throws Refused {
    commands.run(hook);
    if (file.hooks().containsKey(hook) && file.hooks().get(hook).readyLine() != null) {
      try {
        server.reload(config(0));
      } catch (IOException e) {
        throw new Refused(e.toString());
      }
    }
  }

  @Override
  public void close() {
    server.close();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
