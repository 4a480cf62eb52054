package org.bitstck.engine.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.ClientPlayer;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.ScriptedServer;
import org.bitstck.play.process.Scratch;
import org.bitstck.scenario.client.ClientScenario;

/** The kit's server that clients meet, with a folder for the files that they upload. */
public final class ScriptedStage implements ClientPlay, AutoCloseable {
  private final ScriptedServer server;
  private final boolean shared;
  private final Path folder;
  private final ClientPlayer player;

  private ScriptedStage(
      ScriptedServer server, boolean shared, Path folder, Limits limits, ClientDriver driver) {
    byte[] id = new byte[4];
    ThreadLocalRandom.current().nextBytes(id);
    this.server = server;
    this.shared = shared;
    this.folder = folder;
    this.player = new ClientPlayer(server, driver, folder, limits, HexFormat.of().formatHex(id));
  }

  /** With a server of its own. */
  public static ScriptedStage open(Limits limits, ClientDriver driver) throws IOException {
    Path folder = Files.createTempDirectory("bits-tck-uploads-");
    return new ScriptedStage(ScriptedServer.open(limits), false, folder, limits, driver);
  }

  /**
   * With a server that other stages use as well.
   *
   * @param server stays open when the stage is closed
   * @param parent in which the folder for the uploads is made, and removed when it is closed
   */
  public static ScriptedStage at(
      ScriptedServer server, Path parent, Limits limits, ClientDriver driver) throws IOException {
    Path folder = Files.createTempDirectory(parent, "uploads-");
    return new ScriptedStage(server, true, folder, limits, driver);
  }

  @Override
  public Recording play(ClientScenario scenario, Patience patience) {
    Recording recording = player.play(scenario, patience);
    if (server.failure() != null) {
      throw new IllegalStateException(server.failure());
    }
    return recording;
  }

  @Override
  public Optional<String> cannotPlay(ClientScenario scenario) {
    return player.cannotPlay(scenario);
  }

  @Override
  public String address() {
    return "http://127.0.0.1:" + server.port();
  }

  @Override
  public List<String> strays() {
    return server.strays();
  }

  @Override
  public void close() {
    if (!shared) {
      server.close();
    }
    Scratch.delete(folder);
  }
}
