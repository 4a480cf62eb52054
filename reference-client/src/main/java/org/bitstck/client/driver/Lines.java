package org.bitstck.client.driver;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes JSON objects, one a line. Thread-safe. */
public final class Lines {
  private final PrintStream out;

  public Lines(PrintStream out) {
    this.out = out;
  }

  /** Writes the fields of an object. */
  public interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  public void write(Fields fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Driver.JSON.createGenerator(text)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] line = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      out.write(line, 0, line.length);
      out.flush();
    }
  }

  void problem(String id, String what) {
    write(
        json -> {
          if (id != null) {
            json.writeStringField("id", id);
          }
          json.writeStringField("problem", what);
        });
  }
}
