package org.bitstck.server.pool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bitstck.server.Policies;
import org.bitstck.server.Workers;
import org.bitstck.server.config.ConfigException;
import org.bitstck.server.config.Overrides;
import org.bitstck.server.defect.Defect;
import org.bitstck.server.defect.DefectList;
import org.bitstck.server.observe.JsonLine;
import org.bitstck.server.observe.Log;
import org.bitstck.server.protocol.Profile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Starts and stops servers, correct and defective ones, as it is told line by line. Each line is a
 * JSON object with one word, each answer too:
 *
 * <pre>
 * {"start": "BITS-SRV-FRAGMENT-005/no-offset"}   {"started": ..., "url": ..., "folder": ...}
 * {"start": null}                                {"started": "none", "url": ..., "folder": ...}
 * {"reload": "http://127.0.0.1:40123/"}          {"reloaded": ...}
 * {"restart": "http://127.0.0.1:40123/"}         {"restarted": ...}
 * {"stop": "http://127.0.0.1:40123/"}            {"stopped": ...}
 * </pre>
 *
 * <p>What cannot be done is answered {@code {"failed": ..., "why": ...}}.
 */
public final class ServerPool {
  private final Path config;
  private final Overrides overrides;
  private final DefectList<Policies> defects;
  private final PrintStream out;
  private final Workers workers = new Workers();
  private final Map<String, PooledServer> servers = new ConcurrentHashMap<>();

  /**
   * @param config each server gets a copy; null if there is none
   * @param out gets the answers
   */
  public ServerPool(
      Path config, Overrides overrides, DefectList<Policies> defects, PrintStream out) {
    this.config = config;
    this.overrides = overrides;
    this.defects = defects;
    this.out = out;
  }

  /** Does what the lines say until they end; then all servers are stopped. */
  public void serve(BufferedReader lines) throws IOException {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          out.println(answer(line));
          out.flush();
        }
      }
    } finally {
      stopAll();
    }
  }

  private String answer(String line) {
    Map.Entry<String, String> word;
    try {
      word = word(line);
    } catch (IllegalArgumentException e) {
      return JsonLine.of("failed", line, "why", e.getMessage());
    }
    String value = word.getValue();
    try {
      return switch (word.getKey()) {
        case "start" -> start(value);
        case "stop" -> {
          PooledServer server = server(value);
          servers.remove(value);
          server.stop();
          yield JsonLine.of("stopped", value);
        }
        case "reload" -> {
          server(value).reload();
          yield JsonLine.of("reloaded", value);
        }
        case "restart" -> {
          server(value).restart();
          yield JsonLine.of("restarted", value);
        }
        default ->
            throw new IllegalArgumentException(
                "'" + word.getKey() + "' is none of start, reload, restart, stop");
      };
    } catch (IOException | ConfigException | IllegalArgumentException e) {
      return JsonLine.of("failed", value == null ? "none" : value, "why", e.getMessage());
    }
  }

  /** JSON is YAML too. The value is null where the line has null. */
  private static Map.Entry<String, String> word(String line) {
    String hint = "not a line like {\"start\": \"BITS-SRV-FRAGMENT-005\"}";
    Object read;
    try {
      read = new Load(LoadSettings.builder().build()).loadFromString(line);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(hint, e);
    }
    if (!(read instanceof Map<?, ?> map) || map.size() != 1) {
      throw new IllegalArgumentException(hint);
    }
    Map.Entry<?, ?> only = map.entrySet().iterator().next();
    String value = only.getValue() == null ? null : only.getValue().toString();
    return new AbstractMap.SimpleEntry<>(String.valueOf(only.getKey()), value);
  }

  private PooledServer server(String url) {
    PooledServer server = url == null ? null : servers.get(url);
    if (server == null) {
      throw new IllegalArgumentException("no server has this URL");
    }
    return server;
  }

  private String start(String id) throws IOException, ConfigException {
    Optional<Defect<Policies>> defect =
        id == null
            ? Optional.empty()
            : Optional.of(
                defects
                    .find(id)
                    .orElseThrow(() -> new IllegalArgumentException(defects.unknown(id))));
    Function<Profile, Policies> policies =
        profile -> {
          Policies made = Policies.of(profile);
          defect.ifPresent(mistake -> mistake.change().accept(made));
          return made;
        };
    PooledServer server = new PooledServer(config, overrides, policies, workers);
    servers.put(server.url(), server);
    return JsonLine.of(
        "started",
        defect.map(Defect::id).orElse("none"),
        "url",
        server.url(),
        "folder",
        server.folder());
  }

  /** Lets each server read its copy of the configuration again. */
  public void reloadAll() {
    for (PooledServer server : servers.values()) {
      try {
        server.reload();
      } catch (IOException | ConfigException e) {
        Log.warn("configuration not reloaded", "url", server.url(), "why", e.getMessage());
      }
    }
  }

  /** Ends all servers. */
  public void stopAll() {
    servers
        .values()
        .removeIf(
            server -> {
              server.stop();
              return true;
            });
  }
}
