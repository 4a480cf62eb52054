package org.bitstck.report;

import java.io.IOException;
import java.io.Writer;
import org.bitstck.engine.RunResult;

/** A form in which a result is kept. */
public interface Report {
  /** Name of the file in the output folder. */
  String fileName();

  /** Writes the whole report; the writer stays open. */
  void write(RunResult result, Writer writer) throws IOException;
}
