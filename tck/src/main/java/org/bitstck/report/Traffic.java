package org.bitstck.report;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bitstck.engine.RunListener;
import org.bitstck.exchange.Exchange;
import org.bitstck.scenario.Scenario;

/**
 * All exchanges of a run, for reports of the traffic as a whole: a result holds those of its
 * findings only. May be told by several threads, each of which plays one scenario at a time.
 */
public final class Traffic implements RunListener {
  private final ThreadLocal<String> playing = new ThreadLocal<>();
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final Instant anchor = Instant.now();
  private final long anchorNanos = System.nanoTime();

  /**
   * One exchange.
   *
   * @param scenario its id; null outside of scenarios
   * @param base scheme and authority that the request went to
   */
  public record Entry(String scenario, String base, Instant start, Exchange exchange) {
    /** The URL that was asked for. */
    public String url() {
      String target = exchange.request().target();
      return target.startsWith("/") ? base + target : target.contains("://") ? target : base + "/";
    }
  }

  @Override
  public void scenarioStarted(Scenario scenario) {
    playing.set(scenario.id());
  }

  /**
   * Keeps an exchange.
   *
   * @param epochNanos the start of the scenario in {@link System#nanoTime}
   */
  public void add(URI base, long epochNanos, Exchange exchange) {
    Instant epoch = anchor.plusNanos(epochNanos - anchorNanos);
    entries.add(
        new Entry(
            playing.get(),
            base.getScheme() + "://" + base.getRawAuthority(),
            epoch.plus(exchange.timing().sent(), ChronoUnit.MICROS),
            exchange));
  }

  /** All so far, in the order of their start. */
  List<Entry> entries() {
    List<Entry> sorted = new ArrayList<>(entries);
    sorted.sort(Comparator.comparing(Entry::start));
    return sorted;
  }
}
