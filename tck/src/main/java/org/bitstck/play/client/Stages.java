package org.bitstck.play.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Request;
import org.bitstck.play.client.scripted.Targets;
import org.bitstck.play.tap.Scene;
import org.bitstck.play.tap.Scenes;

/**
 * The scenarios that are played at the moment, by the beginning of their paths. A request with a
 * wrong path is still somebody's: its session id or its connection tells whose.
 */
final class Stages implements Scenes {
  private final Map<String, ClientStage> byPrefix = new ConcurrentHashMap<>();

  /** Of scenarios that have ended: what comes late for them is nobody else's. */
  private final Set<String> left = ConcurrentHashMap.newKeySet();

  /**
   * From now on requests are for this stage.
   *
   * @param prefix {@code /run/number/}
   */
  void enter(String prefix, ClientStage stage) {
    byPrefix.put(prefix, stage);
  }

  void leave(String prefix) {
    left.add(prefix);
    byPrefix.remove(prefix);
  }

  @Override
  public Scene find(Request head, Scene last) {
    String prefix = prefix(Targets.pathAndQuery(head.target()));
    ClientStage byPath = byPrefix.get(prefix);
    if (byPath != null || left.contains(prefix)) {
      return byPath;
    }
    Optional<ClientStage> bySession =
        head.headers()
            .first(Bits.SESSION_ID)
            .flatMap(id -> byPrefix.values().stream().filter(s -> s.knows(id)).findFirst());
    if (bySession.isPresent()) {
      return bySession.get();
    }
    if (last instanceof ClientStage stage && !stage.isClosed()) {
      return stage;
    }
    List<ClientStage> all = List.copyOf(byPrefix.values());
    return all.size() == 1 ? all.get(0) : null;
  }

  /** {@code /run/number/} of a target; the whole target if it is shorter. */
  private static String prefix(String target) {
    int run = target.indexOf('/', 1);
    int number = run < 0 ? -1 : target.indexOf('/', run + 1);
    return number < 0 ? target : target.substring(0, number + 1);
  }
}
