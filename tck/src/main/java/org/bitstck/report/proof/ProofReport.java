package org.bitstck.report.proof;

import java.io.IOException;
import java.io.Writer;
import org.bitstck.prove.Proof;

/** A way to keep a proof in a file. */
public interface ProofReport {
  String fileName();

  void write(Proof proof, Writer writer) throws IOException;
}
