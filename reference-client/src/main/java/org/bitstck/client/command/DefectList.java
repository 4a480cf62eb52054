package org.bitstck.client.command;

import java.io.PrintStream;
import org.bitstck.client.defect.Defect;
import org.bitstck.client.defect.Defects;
import org.bitstck.client.driver.Lines;

/** The defects as JSON lines, and what is said when one is on. */
public final class DefectList {
  private DefectList() {}

  public static void write(PrintStream out) {
    Lines lines = new Lines(out);
    for (Defect defect : Defects.all()) {
      lines.write(
          json -> {
            json.writeStringField("id", defect.id());
            json.writeStringField("requirement", defect.requirement());
            json.writeStringField("role", "client");
            json.writeStringField("sentence", defect.sentence());
            json.writeArrayFieldStart("follows");
            for (String each : defect.follows()) {
              json.writeString(each);
            }
            json.writeEndArray();
            if (defect.why() != null) {
              json.writeStringField("why", defect.why());
            }
          });
    }
  }

  static void warn(Defect defect) {
    System.err.println(
        "bits-upload: WARNING: this client is wrong on purpose ("
            + defect.id()
            + "): "
            + defect.sentence());
  }
}
