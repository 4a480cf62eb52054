package org.bitstck.report.proof;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import org.bitstck.prove.Accusation;
import org.bitstck.prove.Control;
import org.bitstck.prove.Defect;
import org.bitstck.prove.Proof;
import org.bitstck.prove.Row;
import org.bitstck.prove.Row.State;
import org.bitstck.prove.Trial;
import org.bitstck.report.Texts;

/** A proof as JSON. Its form is a contract: {@code bits-tck-proof/1}. */
public final class ProofJson implements ProofReport {
  /** Fields may be added under this name, never renamed. */
  public static final String FORMAT = "bits-tck-proof/1";

  private final String kitVersion;

  public ProofJson(String kitVersion) {
    this.kitVersion = kitVersion;
  }

  @Override
  public String fileName() {
    return "proof.json";
  }

  @Override
  public void write(Proof proof, Writer writer) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("format", FORMAT);
      json.writeObjectFieldStart("kit");
      json.writeStringField("version", kitVersion);
      json.writeEndObject();
      json.writeStringField("startedAt", proof.startedAt().toString());
      json.writeNumberField("durationMs", proof.duration().toMillis());
      json.writeBooleanField("whole", proof.whole());
      List<String> shortcomings = proof.shortcomings();
      json.writeBooleanField("proved", shortcomings.isEmpty());
      strings(json, "shortcomings", shortcomings);
      json.writeArrayFieldStart("controls");
      for (Control control : proof.controls()) {
        control(json, control);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("counts");
      for (Proof.Count count : proof.counts()) {
        count(json, count);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("requirements");
      for (Row row : proof.rows()) {
        row(json, row);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void control(JsonGenerator json, Control control) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", control.name());
    json.writeStringField("peer", control.peer().text());
    json.writeStringField("profile", control.profile().text());
    json.writeBooleanField("clean", control.isClean());
    if (control.heard() != null) {
      json.writeNumberField("scenarios", control.heard().played());
      json.writeNumberField("durationMs", control.heard().millis());
    }
    optional(json, "problem", control.problem());
    json.writeEndObject();
  }

  private static void count(JsonGenerator json, Proof.Count count) throws IOException {
    json.writeStartObject();
    json.writeStringField("peer", count.peer().text());
    json.writeStringField("level", count.level());
    json.writeNumberField("total", count.total());
    json.writeNumberField("reachable", count.reachable());
    for (State state : State.values()) {
      json.writeNumberField(state.word(), count.of(state));
    }
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", row.requirement().id());
    optional(json, "peer", row.peer() == null ? null : row.peer().text());
    json.writeStringField("level", row.level().text());
    json.writeStringField("statement", row.requirement().statement());
    json.writeStringField("state", row.state().word());
    optional(json, "reason", row.reason());
    json.writeArrayFieldStart("defects");
    for (Trial trial : row.trials()) {
      trial(json, trial);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void trial(JsonGenerator json, Trial trial) throws IOException {
    Defect defect = trial.defect();
    json.writeStartObject();
    json.writeStringField("id", defect.id());
    json.writeStringField("sentence", defect.sentence());
    json.writeStringField("profile", defect.profile().text());
    json.writeStringField("fate", trial.fate().word());
    strings(json, "follows", defect.follows());
    optional(json, "why", defect.why());
    optional(json, "problem", trial.problem());
    if (trial.own() != null) {
      json.writeFieldName("own");
      accusation(json, trial.own());
    }
    accusations(json, "following", trial.following());
    accusations(json, "extras", trial.extras());
    strings(json, "unsteady", trial.unsteady());
    json.writeNumberField("blocked", trial.blocked());
    json.writeNumberField("durationMs", trial.millis());
    json.writeEndObject();
  }

  private static void accusations(JsonGenerator json, String name, List<Accusation> accusations)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Accusation accusation : accusations) {
      accusation(json, accusation);
    }
    json.writeEndArray();
  }

  private static void accusation(JsonGenerator json, Accusation accusation) throws IOException {
    json.writeStartObject();
    json.writeStringField("requirement", accusation.requirement());
    json.writeStringField("verdict", accusation.verdict().name());
    json.writeArrayFieldStart("checks");
    for (Accusation.Check check : accusation.checks()) {
      json.writeStartObject();
      json.writeStringField("scenario", check.scenario());
      json.writeStringField("expected", check.expected());
      json.writeStringField("observed", Texts.printable(check.observed()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, String text) throws IOException {
    if (text != null && !text.isEmpty()) {
      json.writeStringField(name, Texts.printable(text));
    }
  }

  private static void strings(JsonGenerator json, String name, Collection<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
