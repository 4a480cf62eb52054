package org.bitstck.server.defect;

import java.util.function.UnaryOperator;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.upload.Reception;

/** Changes the Ack of a reception, whenever it comes. */
final class Receptions {
  private Receptions() {}

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
