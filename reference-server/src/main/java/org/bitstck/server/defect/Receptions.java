package org.bitstck.server.defect;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.upload.Body;
import org.bitstck.server.upload.Reception;

/** Changes what becomes of a packet. */
final class Receptions {
  private Receptions() {}

  /** Stands around the body, if it is wanted. */
  static Reception body(Reception reception, UnaryOperator<Body> change) {
    return reception instanceof Reception.Receiving receiving
        ? new Reception.Receiving(change.apply(receiving.body()))
        : reception;
  }

  /** Lets the Ack wait for something more. */
  static Reception compose(Reception reception, Function<Ack, CompletionStage<Ack>> more) {
    if (reception instanceof Reception.Receiving receiving) {
      return new Reception.Receiving(
          new ChangedBody(receiving.body()) {
            @Override
            public CompletionStage<Ack> complete() {
              return super.complete().thenCompose(more);
            }
          });
    }
    return reception instanceof Reception.Pending pending
        ? new Reception.Pending(pending.ack().thenCompose(more))
        : reception;
  }

  /** Changes the Ack, whenever it comes. */
  static Reception map(Reception reception, UnaryOperator<Ack> change) {
    if (reception instanceof Reception.Answered answered) {
      return new Reception.Answered(change.apply(answered.ack()));
    }
    if (reception instanceof Reception.Pending pending) {
      return new Reception.Pending(pending.ack().thenApply(change));
    }
    Reception.Receiving receiving = (Reception.Receiving) reception;
    return new Reception.Receiving(new ChangedBody(receiving.body(), change));
  }
}
