package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bitstck.clients.wrong.WrongClient;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client with one fault is blamed for it, and for nothing else. */
class WrongClientsTest {

  /** A run is three seconds of waiting for the slowest scenario: many at once. */
  private static final int AT_ONCE = 16;

  private static final Map<WrongClient, Future<RunResult>> RUNS = new LinkedHashMap<>();
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(AT_ONCE);

  @BeforeAll
  static void play() {
    for (WrongClient client : WrongClient.all()) {
      RUNS.put(client, THREADS.submit(() -> ClientRuns.of(client.make().get())));
    }
    THREADS.shutdown();
  }

  @AfterAll
  static void end() {
    THREADS.shutdownNow();
  }

  static Set<WrongClient> clients() {
    return RUNS.keySet();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void isBlamedForItsFaultOnly(WrongClient client) throws Exception {
    RunResult result = RUNS.get(client).get();

    Set<String> failures = Runs.requirements(result, Verdict.FAIL);
    assertThat(failures)
        .as(client.failures() + Runs.bad(result))
        .isEqualTo(client.failures().keySet());
    assertThat(Runs.requirements(result, Verdict.WARN)).containsAll(client.warnings());
    assertThat(result.summary() == Summary.INCOMPLETE).isEqualTo(client.helpless());
    assertThat(result.isKitAtFault()).isFalse();
  }
}
