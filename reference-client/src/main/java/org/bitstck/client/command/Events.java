package org.bitstck.client.command;

import java.io.PrintStream;
import org.bitstck.client.driver.Lines;
import org.bitstck.client.driver.OutcomeFields;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.UploadListener;
import org.bitstck.client.upload.UploadState;

/** Events as JSON lines, for programs. */
final class Events implements UploadListener {
  private final Lines lines;
  private final String file;
  private long told = -1;

  Events(PrintStream out, String file) {
    this.lines = new Lines(out);
    this.file = file;
  }

  private void event(String name, Lines.Fields more) {
    lines.write(
        json -> {
          json.writeStringField("event", name);
          json.writeStringField("file", file);
          more.write(json);
        });
  }

  @Override
  public void session(String id, String host) {
    event(
        "session",
        json -> {
          json.writeStringField("session", id);
          if (host != null) {
            json.writeStringField("host", host);
          }
        });
  }

  @Override
  public void changed(UploadState state) {
    if (state.offset() != told) {
      told = state.offset();
      event(
          "acknowledged",
          json -> {
            json.writeNumberField("offset", state.offset());
            json.writeNumberField("size", state.size());
          });
    }
  }

  @Override
  public void answered(String packet, int status) {
    event(
        "answer",
        json -> {
          json.writeStringField("packet", packet);
          json.writeNumberField("status", status);
        });
  }

  @Override
  public void restarting() {
    event("restart", json -> {});
  }

  @Override
  public void retrying(Failure why, long millis) {
    event(
        "retry",
        json -> {
          json.writeStringField("cause", why.cause().toString());
          json.writeStringField("message", why.message());
          json.writeNumberField("inMillis", millis);
        });
  }

  void outcome(Outcome outcome) {
    event("outcome", json -> OutcomeFields.write(json, outcome));
  }
}
