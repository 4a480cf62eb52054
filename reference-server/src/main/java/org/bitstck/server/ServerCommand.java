package org.bitstck.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.session.Durability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "bits-server",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Takes uploads of the BITS Upload Protocol into a folder.",
    footer = {
      "",
      "Examples:",
      "  bits-server --folder /srv/uploads --port 8080",
      "  bits-server --folder . --port 0          (a free port; its URL is printed)"
    })
final class ServerCommand implements Callable<Integer> {
  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port to listen on, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      required = true,
      description = "Where the uploaded files go.")
  private Path folder;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "interop",
      converter = ProfileName.class,
      description =
          "How to read the protocol where its sources differ: interop, strict or win32"
              + " (default: ${DEFAULT-VALUE}).")
  private Profile profile;

  @Option(
      names = "--no-fsync",
      description = "Publish files without forcing them to the disk first.")
  private boolean noFsync;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (!Files.isDirectory(folder)) {
      err.println("bits-server: " + folder + " is not a folder");
      return 2;
    }
    Durability durability = noFsync ? Durability.NONE : Durability.PUBLISH;
    try {
      BitsServer server =
          new BitsServer(new InetSocketAddress(host, port), folder, profile, durability);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      System.out.println("bits-server listening on " + server.url());
      new CountDownLatch(1).await();
      return 0;
    } catch (IOException e) {
      err.println("bits-server: cannot listen on " + host + ":" + port + ": " + e.getMessage());
      return 1;
    }
  }
}
