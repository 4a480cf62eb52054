package org.bitstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.bitstck.engine.ClientPlay;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.ClientPlayer;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.ScriptedServer;
import org.bitstck.scenario.client.ClientScenario;

/** The kit's server that clients meet, with a folder for the files that they upload. */
final class ScriptedStage implements ClientPlay, AutoCloseable {
  private final ScriptedServer server;
  private final Path folder;
  private final ClientPlayer player;

  private ScriptedStage(ScriptedServer server, Path folder, ClientPlayer player) {
    this.server = server;
    this.folder = folder;
    this.player = player;
  }

  static ScriptedStage open(Limits limits, ClientDriver driver) throws IOException {
    byte[] id = new byte[4];
    ThreadLocalRandom.current().nextBytes(id);
    Path folder = Files.createTempDirectory("bits-tck-uploads-");
    ScriptedServer server = ScriptedServer.open(limits);
    return new ScriptedStage(
        server,
        folder,
        new ClientPlayer(server, driver, folder, limits, HexFormat.of().formatHex(id)));
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
    server.close();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      // a temporary folder is left behind: the system clears it
    }
  }
}
