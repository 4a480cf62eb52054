package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;
import java.util.function.Supplier;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadState.Phase;

/** CLOSE-SESSION comes when all is there, and then once. */
final class CloseDefects {
  private static final int TIMES = 3;

  private CloseDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-CLOSE-001/none",
            "The session is not closed when all data is acknowledged.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void close() {
                        state.goTo(Phase.DONE);
                      }
                    })),
        defect(
            "BITS-CLI-CLOSE-001/after-an-error",
            "The session is closed when a fragment is refused.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void fragment() throws ExchangeFailure, UploadFailure {
                        try {
                          super.fragment();
                        } catch (UploadFailure e) {
                          if (!e.failure().sessionLost()
                              && !e.failure().error().fromApplication()) {
                            parts
                                .packets()
                                .end(PacketType.CLOSE_SESSION, parts.hosts().destination());
                          }
                          throw e;
                        }
                      }
                    })),
        defect(
            "BITS-CLI-CLOSE-001/before-its-ack",
            "Success is told although the connection broke before the Ack of CLOSE-SESSION.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void close() throws ExchangeFailure, UploadFailure {
                        try {
                          super.close();
                        } catch (ExchangeFailure e) {
                          if (e.kind() != ExchangeFailure.Kind.TRANSPORT) {
                            throw e;
                          }
                          state.goTo(Phase.DONE);
                        }
                      }
                    })),
        defect(
            "BITS-CLI-CLOSE-001/whatever-it-says",
            "Success is told whatever CLOSE-SESSION is answered.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void close() throws ExchangeFailure {
                        try {
                          super.close();
                        } catch (UploadFailure e) {
                          state.goTo(Phase.DONE);
                        }
                      }
                    })),
        defect(
            "BITS-CLI-CLOSE-002/gives-up",
            "A 5xx for CLOSE-SESSION ends the upload.",
            repeating((type, ack, usual) -> type != PacketType.CLOSE_SESSION && usual)),
        defect(
            "BITS-CLI-CLOSE-003/repeats-at-4xx",
            "CLOSE-SESSION is sent again when it was refused.",
            repeating(
                (type, ack, usual) ->
                    usual || type == PacketType.CLOSE_SESSION && ack.status() / 100 == 4)),
        defect(
            "BITS-CLI-CLOSE-004/repeats-with-a-dead-id",
            "CLOSE-SESSION is sent again when the session is lost.",
            repeating(
                (type, ack, usual) ->
                    usual || type == PacketType.CLOSE_SESSION && ack.error().sessionLost())));
  }

  /** Decides about a repetition. */
  interface Again {
    boolean is(PacketType type, Ack ack, boolean usual);
  }

  static Supplier<Policies> repeating(Again again) {
    return Seam.failures(
        rules ->
            new RulesFilter(rules) {
              private boolean givenUp;

              @Override
              public boolean repeats(PacketType type, Ack ack, int repeated) {
                boolean usual = super.repeats(type, ack, repeated);
                boolean repeats = again.is(type, ack, usual) && repeated < TIMES;
                givenUp = usual && !repeats;
                return repeats;
              }

              @Override
              public boolean retries(Failure failure) {
                return !givenUp && super.retries(failure);
              }
            });
  }
}
