package org.bitstck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import org.bitstck.load.LoadPlan;
import org.bitstck.load.LoadResult;

/** The figures of many uploads at once: for people, and as JSON. */
public final class LoadReport {
  /** Fields may be added under this name, never renamed. */
  public static final String FORMAT = "bits-tck-load/1";

  private static final double MIB = 1 << 20;

  private final LoadResult result;

  public LoadReport(LoadResult result) {
    this.result = result;
  }

  public void print(PrintWriter out) {
    LoadPlan plan = result.plan();
    out.printf(
        Locale.ROOT,
        "%d uploads of %d bytes in fragments of %d, up to %d at once, in %.1f s:%n",
        result.begun(),
        plan.bytes(),
        plan.fragment(),
        plan.sessions(),
        result.seconds());
    out.printf(
        Locale.ROOT,
        "%d whole (%.1f per second, %.1f MiB/s), %d refused, %d broken%n",
        result.whole(),
        result.whole() / result.seconds(),
        result.whole() * plan.bytes() / MIB / result.seconds(),
        result.refused(),
        result.broken());
    for (Map.Entry<String, Integer> reason : result.reasons().entrySet()) {
      out.println("  " + reason.getValue() + " × " + Texts.printable(reason.getKey()));
    }
    out.println("Acks, in milliseconds:      number       p50       p99      most");
    for (LoadResult.Times times : result.acks()) {
      out.printf(
          Locale.ROOT,
          "  %-22s %9d %9.2f %9.2f %9.2f%n",
          times.packet(),
          times.count(),
          times.p50() / 1000.0,
          times.p99() / 1000.0,
          times.most() / 1000.0);
    }
    out.println("On the server now: files named bits-tck-" + result.run() + "-…");
    out.flush();
  }

  /** Writes the figures; the findings are in the report of the run. */
  public void writeJson(Writer writer) throws IOException {
    LoadPlan plan = result.plan();
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeObjectFieldStart("plan");
      json.writeNumberField("sessions", plan.sessions());
      json.writeNumberField("uploads", plan.uploads());
      json.writeNumberField("perSecond", plan.perSecond());
      json.writeNumberField("forMs", plan.time().toMillis());
      json.writeNumberField("bytes", plan.bytes());
      json.writeNumberField("fragmentBytes", plan.fragment());
      json.writeEndObject();
      json.writeNumberField("durationMs", result.time().toMillis());
      json.writeObjectFieldStart("uploads");
      json.writeNumberField("whole", result.whole());
      json.writeNumberField("refused", result.refused());
      json.writeNumberField("broken", result.broken());
      json.writeEndObject();
      json.writeArrayFieldStart("acks");
      for (LoadResult.Times times : result.acks()) {
        json.writeStartObject();
        json.writeStringField("packet", times.packet());
        json.writeNumberField("count", times.count());
        json.writeNumberField("p50Micros", times.p50());
        json.writeNumberField("p99Micros", times.p99());
        json.writeNumberField("maxMicros", times.most());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
