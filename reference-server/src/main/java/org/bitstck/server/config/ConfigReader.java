package org.bitstck.server.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitstck.server.access.Users;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.http.ServerTls;
import org.bitstck.server.http.Timeouts;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.session.Durability;
import org.bitstck.server.session.Sessions;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the configuration file. The words are those of {@code bits-server.schema.json}. */
public final class ConfigReader {
  private static final List<String> PROFILES = List.of("interop", "strict", "win32");
  private static final List<String> FSYNC = List.of("publish", "fragment", "never");
  private static final List<String> FORMATS = List.of("text", "json");

  private final Path base;
  private final Problems problems;
  private final Section top;
  private final Overrides overrides;

  private ConfigReader(Path base, Problems problems, Node node, Overrides overrides) {
    this.base = base;
    this.problems = problems;
    this.top = new Section(node, problems);
    this.overrides = overrides;
  }

  /**
   * Reads a configuration.
   *
   * @param file null if there is none, so that the command line says everything
   * @throws ConfigException with all problems of the file
   */
  public static ServerConfig read(Path file, Overrides overrides) throws ConfigException {
    return read(file, file == null ? null : file.toAbsolutePath().getParent(), overrides);
  }

  /**
   * Reads a configuration that lies elsewhere than the files that it names; else as {@link
   * #read(Path, Overrides)}.
   *
   * @param base folder to which relative paths are relative; null without a file
   */
  public static ServerConfig read(Path file, Path base, Overrides overrides)
      throws ConfigException {
    if (file == null) {
      Node nothing = new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN);
      return new ConfigReader(Path.of(""), new Problems("command line", ""), nothing, overrides)
          .read();
    }
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new ConfigException(List.of(file + ": cannot be read: " + e));
    }
    Problems problems = new Problems(file.toString(), text);
    Optional<Node> node = compose(text, problems);
    problems.check();
    Node root = node.orElse(new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN));
    return new ConfigReader(base, problems, root, overrides).read();
  }

  private static Optional<Node> compose(String text, Problems problems) {
    try {
      return new Compose(LoadSettings.builder().setUseMarks(true).build()).composeString(text);
    } catch (MarkedYamlEngineException e) {
      problems.add(e.getProblemMark().or(e::getContextMark), 1, "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      problems.add(Optional.empty(), 1, "not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /**
   * Reads the users and the certificate that a configuration names, to say what is wrong with them.
   *
   * @throws ConfigException if they cannot be used
   */
  public static void check(ServerConfig config) throws ConfigException {
    try {
      if (config.users() != null) {
        Users.read(config.users());
      }
      if (config.tls() != null) {
        ServerTls.read(config.tls().certificate(), config.tls().key());
      }
    } catch (IOException e) {
      throw new ConfigException(List.of(e.getMessage()));
    }
  }

  private ServerConfig read() throws ConfigException {
    Path folder = folder();
    problems.check();
    String users = top.text("users", null);
    Section limits = top.section("limits");
    ServerConfig config =
        new ServerConfig(
            folder,
            listen(),
            admin(),
            tls(),
            users == null ? null : existing("users", base.resolve(users)),
            profile(),
            durability(),
            timeouts(),
            limits.number("connections", 20_000, 1, Integer.MAX_VALUE),
            new Sessions.Limit(
                limits.number("sessions", 100_000, 1, Integer.MAX_VALUE),
                limits.number("sessions-per-client", 100_000, 1, Integer.MAX_VALUE)),
            log(),
            directories(folder, users != null));
    limits.end();
    top.end();
    problems.check();
    return config;
  }

  private Path folder() {
    String text = top.text("folder", null);
    if (overrides.folder() == null && text == null) {
      top.problem("folder", "a server needs a 'folder'");
      return base;
    }
    Path folder = overrides.folder() != null ? overrides.folder() : base.resolve(text);
    try {
      if (Files.isDirectory(folder)) {
        return folder.toRealPath();
      }
    } catch (IOException e) {
      top.problem("folder", "cannot use the folder: " + e);
      return folder;
    }
    top.problem("folder", folder + " is not a folder");
    return folder;
  }

  private ServerConfig.Listen listen() {
    Section section = top.section("listen");
    String host = section.text("host", "127.0.0.1");
    int port = section.number("port", 8080, 0, 65535);
    section.end();
    return new ServerConfig.Listen(
        overrides.host() != null ? overrides.host() : host,
        overrides.port() != null ? overrides.port() : port);
  }

  private ServerConfig.Listen admin() {
    Section section = top.section("admin");
    String host = section.text("host", "127.0.0.1");
    int port = section.number("port", -1, 0, 65535);
    section.end();
    if (top.has("admin") && port < 0) {
      section.problem("port", "'admin' needs a 'port'");
    }
    port = overrides.adminPort() != null ? overrides.adminPort() : port;
    return port < 0 ? null : new ServerConfig.Listen(host, port);
  }

  private ServerConfig.Tls tls() {
    if (!top.has("tls")) {
      return null;
    }
    Section section = top.section("tls");
    String certificate = section.text("certificate", null);
    String key = section.text("key", null);
    section.end();
    if (certificate == null || key == null) {
      top.problem("tls", "'tls' needs a 'certificate' and a 'key'");
      return null;
    }
    return new ServerConfig.Tls(base.resolve(certificate), base.resolve(key));
  }

  private Path existing(String key, Path file) {
    if (!Files.isReadable(file)) {
      top.problem(key, file + " cannot be read");
    }
    return file;
  }

  private Profile profile() {
    String name = top.choice("profile", "interop", PROFILES);
    return switch (overrides.profile() != null ? overrides.profile() : name) {
      case "strict" -> Profile.STRICT;
      case "win32" -> Profile.WIN32;
      default -> Profile.INTEROP;
    };
  }

  private Durability durability() {
    String when = top.choice("fsync", "publish", FSYNC);
    if (Boolean.TRUE.equals(overrides.noFsync())) {
      return Durability.NONE;
    }
    return switch (when) {
      case "fragment" -> Durability.FRAGMENT;
      case "never" -> Durability.NONE;
      default -> Durability.PUBLISH;
    };
  }

  private Timeouts timeouts() {
    Section section = top.section("timeouts");
    Timeouts standard = Timeouts.DEFAULT;
    Timeouts timeouts =
        new Timeouts(
            section.duration("idle", standard.idle()),
            section.duration("head", standard.head()),
            section.duration("body", standard.body()),
            (int) section.size("body-minimum", standard.bodyMinimum()),
            standard.linger(),
            section.duration("stop", standard.stop()));
    section.end();
    return timeouts;
  }

  private ServerConfig.LogConfig log() {
    Section section = top.section("log");
    boolean json = section.choice("format", "text", FORMATS).equals("json");
    boolean access = section.flag("access", false);
    section.end();
    return new ServerConfig.LogConfig(
        overrides.json() != null ? overrides.json() : json,
        overrides.access() != null ? overrides.access() : access);
  }

  private List<Directory> directories(Path folder, boolean users) {
    if (!top.has("directories")) {
      return List.of(Directory.open(folder));
    }
    Section section = top.section("directories");
    DirectoryReader reader = new DirectoryReader(folder, base, users);
    List<Directory> directories = new ArrayList<>();
    for (String path : section.names()) {
      Directory directory = reader.read(section, path);
      if (directory != null) {
        directories.add(directory);
      }
    }
    if (section.names().isEmpty()) {
      top.problem("directories", "'directories' is empty");
    }
    return directories;
  }
}
