package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadState.Phase;

/** CANCEL-SESSION is sent when the caller gives up. */
final class CancelDefects {
  private CancelDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-CANCEL-001/none",
            "A running upload that is cancelled just drops its connection.",
            Seam.steps(
                (steps, parts) ->
                    new Idle(steps, parts) {
                      @Override
                      public void cancel() throws ExchangeFailure, UploadFailure {
                        if (idle) {
                          super.cancel();
                        } else {
                          parts.http().close();
                        }
                      }
                    })),
        defect(
                "BITS-CLI-CANCEL-001/close-instead",
                "An upload that is cancelled is closed.",
                Seam.steps(
                    (steps, parts) ->
                        new StepsFilter(steps, parts) {
                          @Override
                          public void cancel() throws ExchangeFailure {
                            parts
                                .packets()
                                .end(PacketType.CLOSE_SESSION, parts.hosts().destination());
                          }
                        }))
            .follows("there is no CANCEL-SESSION after a pause either", "BITS-CLI-SUSPEND-003"),
        defect(
            "BITS-CLI-CANCEL-001/close-behind-it",
            "Behind CANCEL-SESSION the session is closed as well.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void cancel() throws ExchangeFailure, UploadFailure {
                        super.cancel();
                        parts.packets().end(PacketType.CLOSE_SESSION, parts.hosts().destination());
                      }
                    })),
        defect(
            "BITS-CLI-CANCEL-002/gives-up",
            "A 5xx for CANCEL-SESSION is the end of it.",
            CloseDefects.repeating(
                (type, ack, usual) -> type != PacketType.CANCEL_SESSION && usual)),
        defect(
            "BITS-CLI-CANCEL-002/repeats-at-4xx",
            "CANCEL-SESSION is sent again when it was refused.",
            CloseDefects.repeating(
                (type, ack, usual) ->
                    usual || type == PacketType.CANCEL_SESSION && ack.status() / 100 == 4)),
        defect(
            "BITS-CLI-CANCEL-003/starts-over",
            "When the session to cancel is gone, the upload starts over.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void cancel() throws ExchangeFailure, UploadFailure {
                        try {
                          super.cancel();
                        } catch (UploadFailure e) {
                          if (e.failure().sessionLost()) {
                            uploadAgain();
                          }
                          throw e;
                        }
                      }

                      private void uploadAgain() throws ExchangeFailure, UploadFailure {
                        state.forgetSession();
                        create();
                        while (state.phase() == Phase.FRAGMENT) {
                          fragment();
                        }
                        close();
                      }
                    })));
  }
}
