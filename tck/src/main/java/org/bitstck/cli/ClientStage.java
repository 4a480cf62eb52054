package org.bitstck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.bitstck.engine.ClientPlay;
import org.bitstck.engine.RunOptions;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.ClientPlayer;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.ScriptedServer;
import org.bitstck.scenario.client.ClientScenario;

/** The kit's server that clients meet, and what plays scenarios against it. */
final class ClientStage implements ClientPlay, AutoCloseable {
  private final ScriptedServer server;
  private final ClientPlayer player;
  private final Path folder;

  private ClientStage(ScriptedServer server, ClientPlayer player, Path folder) {
    this.server = server;
    this.player = player;
    this.folder = folder;
  }

  /**
   * Listens on a free port.
   *
   * @throws IOException if there is none, or no room for temporary files
   */
  static ClientStage open(RunOptions options, ClientDriver driver) throws IOException {
    byte[] id = new byte[4];
    ThreadLocalRandom.current().nextBytes(id);
    Path folder = Files.createTempDirectory("bits-tck");
    ScriptedServer server = ScriptedServer.open(options.limits());
    return new ClientStage(
        server,
        new ClientPlayer(server, driver, folder, options.limits(), HexFormat.of().formatHex(id)),
        folder);
  }

  @Override
  public Recording play(ClientScenario scenario, Patience patience) {
    return player.play(scenario, patience);
  }

  @Override
  public Optional<String> cannotPlay(ClientScenario scenario) {
    return player.cannotPlay(scenario);
  }

  @Override
  public void close() {
    server.close();
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("temporary files are left in " + folder, e);
    }
  }
}
