package org.bitstck.mutation;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where the log of a peer goes: PIT reads what its children print. */
final class Silence {
  static final PrintStream STREAM =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private Silence() {}
}
