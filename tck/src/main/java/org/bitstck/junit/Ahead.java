package org.bitstck.junit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.bitstck.engine.Planned;
import org.bitstck.engine.Suite;
import org.bitstck.judge.Finding;

/**
 * Plays a suite as its tests ask for it, and some scenarios ahead of them, so that their waits
 * overlap. Those that need the subject alone are played last, each when its test comes.
 */
final class Ahead implements AutoCloseable {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final ReadWriteLock alone = new ReentrantReadWriteLock(true);
  private final ExecutorService threads;
  private final int ahead;

  /** A scenario and its playing. */
  private record Entry(Planned planned, FutureTask<List<Finding>> task, AtomicBoolean started) {
    boolean needsSubjectAlone() {
      return planned.scenario().needsSubjectAlone();
    }
  }

  Ahead(Suite suite) {
    List<Planned> order = new ArrayList<>();
    suite.plan().stream().filter(p -> !p.scenario().needsSubjectAlone()).forEach(order::add);
    suite.plan().stream().filter(p -> p.scenario().needsSubjectAlone()).forEach(order::add);
    for (Planned planned : order) {
      places.put(planned.scenario().id(), entries.size());
      entries.add(
          new Entry(planned, new FutureTask<>(() -> play(suite, planned)), new AtomicBoolean()));
    }
    // one thread means: nothing beside anything else, and nothing ahead of its test
    this.ahead = suite.threads() - 1;
    this.threads =
        Executors.newFixedThreadPool(
            suite.threads(),
            work -> {
              Thread thread = new Thread(work, "bits-tck scenarios");
              thread.setDaemon(true);
              return thread;
            });
  }

  private List<Finding> play(Suite suite, Planned planned) {
    boolean exclusive = planned.scenario().needsSubjectAlone();
    var lock = exclusive ? alone.writeLock() : alone.readLock();
    lock.lock();
    try {
      return suite.perform(planned);
    } finally {
      lock.unlock();
    }
  }

  /** The scenarios in the order in which their tests should come. */
  List<Planned> order() {
    return entries.stream().map(Entry::planned).toList();
  }

  /** What was found in a scenario, once it is played. */
  List<Finding> findings(String id) {
    int place = places.get(id);
    start(place, Math.min(entries.size() - 1, place + ahead));
    return await(entries.get(place));
  }

  /** Returns when all scenarios are played. */
  void all() {
    start(0, entries.size() - 1);
    entries.forEach(this::await);
  }

  private void start(int first, int last) {
    if (ahead > 0) {
      entries.subList(first, last + 1).stream()
          .filter(entry -> !entry.needsSubjectAlone() && entry.started().compareAndSet(false, true))
          .forEach(entry -> threads.execute(entry.task()));
    }
  }

  private List<Finding> await(Entry entry) {
    if (ahead == 0 || entry.needsSubjectAlone()) {
      entry.task().run();
    }
    try {
      return entry.task().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("bits-tck is at fault: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
