package org.bitstck.client.driver;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;

/** An outcome as fields of a JSON object. */
public final class OutcomeFields {
  private OutcomeFields() {}

  public static void write(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeStringField("outcome", outcome.kind().name().toLowerCase(Locale.ROOT));
    Failure failure = outcome.failure();
    if (failure == null) {
      return;
    }
    json.writeStringField("cause", failure.cause().toString());
    if (failure.error() != null) {
      json.writeNumberField("status", failure.error().status());
      if (failure.error().code() != null) {
        json.writeStringField("error", failure.error().code());
      }
      if (failure.error().context() != null) {
        json.writeStringField("context", failure.error().context());
      }
    }
    json.writeStringField("message", failure.message());
  }
}
