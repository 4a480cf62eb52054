package org.bitstck.client.command;

import java.io.PrintStream;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.UploadListener;

/** What somebody without a terminal should know; with "trace", every packet. */
final class Notes implements UploadListener {
  private final PrintStream out;
  private final boolean trace;

  Notes(PrintStream out, boolean trace) {
    this.out = out;
    this.trace = trace;
  }

  @Override
  public void answered(String packet, int status) {
    if (trace) {
      out.println("bits-upload: " + packet + " " + status);
    }
  }

  @Override
  public void restarting() {
    out.println("bits-upload: the server lost the session; starting over");
  }

  @Override
  public void retrying(Failure why, long millis) {
    out.println("bits-upload: " + why.message() + "; trying again in " + millis / 1000.0 + " s");
  }
}
