package org.bitstck.server.upload;

import java.util.concurrent.CompletionStage;
import org.bitstck.server.protocol.Ack;

/** What is to be done with a request whose head has arrived. */
public sealed interface Reception {
  /** The answer is known; a body that may follow is not wanted. */
  record Answered(Ack ack) implements Reception {}

  /** There is no body, and the answer takes time. The stage never fails. */
  record Pending(CompletionStage<Ack> ack) implements Reception {}

  /** The body is wanted. */
  record Receiving(Body body) implements Reception {}
}
