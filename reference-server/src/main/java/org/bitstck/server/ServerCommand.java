package org.bitstck.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bitstck.server.application.ApplicationCommand;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.config.ConfigReader;
import org.bitstck.server.config.Overrides;
import org.bitstck.server.config.ServerConfig;
import org.bitstck.server.observe.Log;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "bits-server",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = ApplicationCommand.class,
    synopsisSubcommandLabel = "[application]",
    description = "Takes uploads of the BITS Upload Protocol into a folder.",
    footer = {
      "",
      "Examples:",
      "  bits-server --folder /srv/uploads --port 8080",
      "  bits-server --folder . --port 0                 a free port; its URL is printed",
      "  bits-server --config /etc/bits-server.yaml",
      "  bits-server --config bits-server.yaml --check-config",
      "  bits-server application --help                  the application that it notifies",
      "",
      "SIGHUP reads the configuration again, SIGTERM stops behind the running answers.",
      "Exit: 0 stopped, 1 cannot start, 2 wrong usage or configuration."
    })
final class ServerCommand implements Callable<Integer> {
  private static final String SCHEMA = "/org/bitstck/server/bits-server.schema.json";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration (YAML). The options below win over it.")
  private Path configFile;

  @Option(
      names = "--check-config",
      description = "Say what is wrong with the configuration, and stop.")
  private boolean check;

  @Option(
      names = "--print-schema",
      description = "Print the JSON Schema of the configuration, for editors, and stop.")
  private boolean schema;

  @Option(names = "--folder", paramLabel = "DIR", description = "Where the uploaded files go.")
  private Path folder;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: 127.0.0.1).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for a free one (default: 8080).")
  private Integer port;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      description = "Serve /metrics and /health there (default: nowhere).")
  private Integer adminPort;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      description =
          "How to read the protocol where its sources differ: interop (default), strict or win32.")
  private String profile;

  @Option(
      names = "--no-fsync",
      description = "Publish files without forcing them to the disk first.")
  private Boolean noFsync;

  @Option(names = "--access-log", description = "Log every request.")
  private Boolean accessLog;

  @Option(names = "--log-json", description = "Log in JSON lines.")
  private Boolean logJson;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (schema) {
      printSchema();
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    ServerConfig config;
    try {
      config = read();
      if (check) {
        ConfigReader.check(config);
      }
    } catch (ConfigException e) {
      e.problems().forEach(err::println);
      return 2;
    }
    if (check) {
      System.out.println("the configuration is fine");
      return 0;
    }
    Log.format(config.log().json());
    try {
      run(config);
      return 0;
    } catch (IOException e) {
      err.println("bits-server: cannot start: " + e.getMessage());
      return 1;
    }
  }

  private ServerConfig read() throws ConfigException {
    return ConfigReader.read(
        configFile,
        new Overrides(host, port, adminPort, folder, profile, noFsync, logJson, accessLog));
  }

  private void run(ServerConfig config) throws IOException, InterruptedException {
    BitsServer server = new BitsServer(config);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    if (configFile != null) {
      Hangup.each(() -> reload(server));
    }
    if (server.adminPort() >= 0) {
      Log.info("metrics and health are served", "port", server.adminPort());
    }
    System.out.println("bits-server listening on " + server.url());
    new CountDownLatch(1).await();
  }

  private void reload(BitsServer server) {
    try {
      server.reload(read());
    } catch (ConfigException | IOException e) {
      Log.warn("configuration not reloaded", "why", e.getMessage());
    }
  }

  private static void printSchema() throws IOException {
    try (InputStream text = ServerCommand.class.getResourceAsStream(SCHEMA)) {
      System.out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
