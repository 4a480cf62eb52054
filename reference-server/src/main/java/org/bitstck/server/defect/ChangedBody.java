package org.bitstck.server.defect;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.upload.Body;

/** Stands around a body that is taken; overridden where something goes wrong with it. */
class ChangedBody implements Body {
  private final Body inner;
  private final UnaryOperator<Ack> change;

  /** A body that is taken as it should be. */
  ChangedBody(Body inner) {
    this(inner, UnaryOperator.identity());
  }

  /** A body whose Ack is changed. */
  ChangedBody(Body inner, UnaryOperator<Ack> change) {
    this.inner = inner;
    this.change = change;
  }

  @Override
  public void write(ByteBuffer bytes) {
    inner.write(bytes);
  }

  @Override
  public CompletionStage<Ack> complete() {
    return inner.complete().thenApply(change);
  }

  @Override
  public void abort() {
    inner.abort();
  }
}
