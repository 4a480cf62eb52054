package org.bitstck.server.observe;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Counts what happens, and writes it in the text format of Prometheus (version 0.0.4). */
public final class Metrics implements Consumer<Exchange> {
  /** Upper bounds of the histogram, in microseconds. */
  private static final long[] BOUNDS = {
    100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 1_000_000, 10_000_000
  };

  /** What requests are counted by. */
  private record Kind(String packet, int status) {}

  private final Map<Kind, LongAdder> requests = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> events = new ConcurrentHashMap<>();
  private final Map<String, LongSupplier> gauges = new ConcurrentHashMap<>();
  private final LongAdder received = new LongAdder();
  private final LongAdder micros = new LongAdder();
  private final LongAdder[] histogram = new LongAdder[BOUNDS.length + 1];

  public Metrics() {
    for (int i = 0; i < histogram.length; i++) {
      histogram[i] = new LongAdder();
    }
  }

  /** Shows a value that goes up and down. */
  public void gauge(String name, LongSupplier value) {
    gauges.put(name, value);
  }

  /** Counts one event, for example {@code sessions_expired}. */
  public void count(String event) {
    events.computeIfAbsent(event, name -> new LongAdder()).increment();
  }

  @Override
  public void accept(Exchange exchange) {
    String type = exchange.packet() == null ? "none" : exchange.packet();
    requests
        .computeIfAbsent(new Kind(type, exchange.status()), kind -> new LongAdder())
        .increment();
    received.add(exchange.received());
    long time = exchange.nanos() / 1000;
    micros.add(time);
    int bucket = 0;
    while (bucket < BOUNDS.length && time > BOUNDS[bucket]) {
      bucket++;
    }
    histogram[bucket].increment();
  }

  /** All values as text. */
  public String text() {
    StringBuilder text = new StringBuilder();
    type(text, "bits_requests_total", "counter");
    requests.forEach(
        (kind, n) -> {
          String labels = "{packet=\"" + kind.packet + "\",status=\"" + kind.status + "\"}";
          line(text, "bits_requests_total" + labels, n.sum());
        });
    type(text, "bits_received_bytes_total", "counter");
    line(text, "bits_received_bytes_total", received.sum());
    new TreeMap<>(events)
        .forEach(
            (name, n) -> {
              type(text, "bits_" + name + "_total", "counter");
              line(text, "bits_" + name + "_total", n.sum());
            });
    new TreeMap<>(gauges)
        .forEach(
            (name, value) -> {
              type(text, "bits_" + name, "gauge");
              line(text, "bits_" + name, value.getAsLong());
            });
    histogram(text);
    return text.toString();
  }

  private void histogram(StringBuilder text) {
    type(text, "bits_answer_seconds", "histogram");
    long sum = 0;
    for (int i = 0; i < histogram.length; i++) {
      sum += histogram[i].sum();
      String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i] / 1e6) : "+Inf";
      line(text, "bits_answer_seconds_bucket{le=\"" + bound + "\"}", sum);
    }
    text.append("bits_answer_seconds_sum ").append(micros.sum() / 1e6).append('\n');
    line(text, "bits_answer_seconds_count", sum);
  }

  private static void type(StringBuilder text, String name, String type) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder text, String name, long value) {
    text.append(name).append(' ').append(value).append('\n');
  }
}
