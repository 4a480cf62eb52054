package org.bitstck.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bitstck.server.application.ApplicationCommand;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.config.ConfigReader;
import org.bitstck.server.config.ServerConfig;
import org.bitstck.server.defect.Defect;
import org.bitstck.server.defect.Defects;
import org.bitstck.server.observe.Log;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "bits-server",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = {ApplicationCommand.class, DefectsCommand.class},
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

  @Mixin private ServerOptions options;

  @Option(
      names = "--check-config",
      description = "Say what is wrong with the configuration, and stop.")
  private boolean check;

  @Option(
      names = "--print-schema",
      description = "Print the JSON Schema of the configuration, for editors, and stop.")
  private boolean schema;

  @Option(
      names = "--defect",
      paramLabel = "ID",
      description = "Have this mistake on purpose: for testing test kits only.")
  private String defect;

  @Option(
      names = "--list-defects",
      description = "Print all such mistakes as JSON lines, and stop.")
  private boolean listDefects;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (schema) {
      printSchema();
      return 0;
    }
    if (listDefects) {
      System.out.print(Defects.LIST.json());
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    Optional<Defect<Policies>> mistake =
        defect == null ? Optional.empty() : Defects.LIST.find(defect);
    if (defect != null && mistake.isEmpty()) {
      err.println("bits-server: " + Defects.LIST.unknown(defect));
      return 2;
    }
    ServerConfig config;
    try {
      config = options.read();
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
      run(config, mistake);
      return 0;
    } catch (IOException e) {
      err.println("bits-server: cannot start: " + e.getMessage());
      return 1;
    }
  }

  private void run(ServerConfig config, Optional<Defect<Policies>> mistake)
      throws IOException, InterruptedException {
    Policies policies = Policies.of(config.profile());
    mistake.ifPresent(
        defect -> {
          Log.warn("defective on purpose", "defect", defect.id(), "sentence", defect.sentence());
          defect.change().accept(policies);
        });
    BitsServer server = new BitsServer(config, policies);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
    if (options.file() != null) {
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
      server.reload(options.read());
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
