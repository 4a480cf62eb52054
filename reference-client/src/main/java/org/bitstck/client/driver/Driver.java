package org.bitstck.client.driver;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bitstck.client.command.Version;

/**
 * Obeys another program: commands as JSON lines on one stream, outcomes on the other. Several
 * uploads may run at once.
 */
public final class Driver {
  static final JsonFactory JSON = new JsonFactory();

  private static final String[] CAPABILITIES = {
    "pause",
    "cancel",
    "resume",
    "reply",
    "fragment-size",
    "credentials",
    "retry",
    "timeouts",
    "host-id",
    "content-name"
  };

  private final BufferedReader in;
  private final Lines out;
  private final Conduct conduct;
  private final Map<String, DrivenUpload> uploads = new HashMap<>();

  /** Obeys what comes in, with uploads of that conduct. */
  public Driver(InputStream in, PrintStream out, Conduct conduct) {
    this.conduct = conduct;
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.out = new Lines(out);
  }

  /** Works until there are no more commands. */
  public void run() throws IOException {
    out.write(
        json -> {
          json.writeStringField("driver", "bits-tck-driver/1");
          json.writeStringField("name", "bits-upload " + Version.number());
          json.writeFieldName("capabilities");
          json.writeArray(CAPABILITIES, 0, CAPABILITIES.length);
          if (conduct.takesDefects()) {
            json.writeBooleanField("defects", true);
          }
        });
    String line;
    while ((line = in.readLine()) != null) {
      if (!line.isBlank()) {
        obey(line);
      }
    }
  }

  private void obey(String line) {
    Command command = null;
    try {
      command = Command.parse(line);
      obey(command);
    } catch (IOException | IllegalArgumentException e) {
      out.problem(command == null ? Command.idOf(line) : command.text("id"), e.getMessage());
    }
  }

  private void obey(Command command) {
    String id = command.required("id");
    String what = command.required("do");
    DrivenUpload upload = uploads.get(id);
    if (what.equals("start")) {
      if (upload != null && !upload.ended()) {
        throw new IllegalArgumentException("upload " + id + " has not ended");
      }
      DrivenUpload started = new DrivenUpload(id, command, out, conduct);
      uploads.put(id, started);
      started.go();
      return;
    }
    if (upload == null) {
      throw new IllegalArgumentException("there is no upload " + id);
    }
    switch (what) {
      case "pause" -> upload.pause();
      case "resume" -> upload.resume(command);
      case "cancel" -> upload.cancel();
      default -> throw new IllegalArgumentException("'" + what + "' is no command");
    }
  }
}
