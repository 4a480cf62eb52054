package org.bitstck.server.upload;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.bitstck.server.protocol.Ack;

/** Takes the body of a FRAGMENT as it comes from the network. Called by one thread at a time. */
public interface Body {
  /** Takes all of the bytes. */
  void write(ByteBuffer bytes);

  /** The body is complete. The stage never fails. */
  CompletionStage<Ack> complete();

  /** The connection broke before that; must be called unless {@link #complete()} was. */
  void abort();
}
