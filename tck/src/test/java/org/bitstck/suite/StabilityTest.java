package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.DelayingProxy;
import org.bitstck.peers.JdkServer;
import org.bitstck.peers.PlainServer;
import org.bitstck.scenario.Scenario;
import org.junit.jupiter.api.Test;

/**
 * A check says the same of the same server, in whatever order, on a slow line, on a busy machine.
 *
 * <p>{@code -Dstability.repeat=20} plays more rounds than every build does, {@code
 * -Dstability.seed=N} those of a run before.
 */
class StabilityTest {
  private static final int REPEAT = Integer.getInteger("stability.repeat", 3);
  private static final long SEED =
      Long.getLong("stability.seed", ThreadLocalRandom.current().nextLong(1, 1_000_000));

  /** So many at once that the waits for a slow line overlap. */
  private static final int MANY = 128;

  /** Two hundred round trips in a row: 40 s on a slow line for what a fast one shows as well. */
  private static final String LONG = "create/sessions/unique-ids";

  private static final Duration DELAY = Duration.ofMillis(200);

  /** Verdicts by check, of all rounds. */
  private final Map<String, TreeSet<Verdict>> verdicts = new TreeMap<>();

  private void play(URI server, int round, int jobs) {
    List<Scenario> scenarios = new ArrayList<>(Runs.SCENARIOS);
    if (jobs == MANY) {
      scenarios.removeIf(scenario -> scenario.id().equals(LONG));
    }
    Collections.shuffle(scenarios, new Random(SEED + round));
    RunResult result = Runs.at(server, scenarios, jobs);
    for (Finding finding : result.findings()) {
      verdicts.computeIfAbsent(finding.checkId(), id -> new TreeSet<>()).add(finding.verdict());
    }
  }

  private void assertStable() {
    assertThat(verdicts).hasSizeGreaterThan(200);
    assertThat(verdicts)
        .as("checks with more than one verdict, seed " + SEED)
        .allSatisfy((check, said) -> assertThat(said).as(check).hasSize(1));
  }

  @Test
  void inAnyOrderOnPlainSockets() {
    try (PlainServer server = new PlainServer().start()) {
      for (int round = 0; round < REPEAT; round++) {
        play(server.url(), round, 4);
      }
    }
    assertStable();
  }

  @Test
  void inAnyOrderOnTheServerOfTheJdk() {
    try (JdkServer server = new JdkServer()) {
      for (int round = 0; round < REPEAT; round++) {
        play(server.url(), round, 4);
      }
    }
    assertStable();
  }

  @Test
  void onASlowLine() {
    try (PlainServer server = new PlainServer().start();
        DelayingProxy proxy = new DelayingProxy(server.url(), DELAY)) {
      play(server.url(), 0, 4);
      proxy.start();
      play(proxy.url(), 1, MANY);
    }
    assertStable();
  }

  @Test
  void onABusyMachine() {
    try (JdkServer server = new JdkServer()) {
      play(server.url(), 0, 4);
      AtomicBoolean over = new AtomicBoolean();
      busy(over);
      try {
        play(server.url(), 1, 4);
      } finally {
        over.set(true);
      }
    }
    assertStable();
  }

  /** One loop for each core. */
  private static void busy(AtomicBoolean over) {
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread loop =
          new Thread(
              () -> {
                while (!over.get()) {
                  Thread.onSpinWait();
                }
              },
              "busy loop");
      loop.setDaemon(true);
      loop.start();
    }
  }
}
