package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.upload.UploadFailure;

/** PING, and what follows from its answer. */
final class PingDefects {
  private PingDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-PING-001/none",
            "An alternate host is not pinged before data goes there.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void create() throws ExchangeFailure, UploadFailure {
                        super.create();
                        state.pingFirst(false);
                      }
                    })),
        defect(
            "BITS-CLI-PING-002/result-ignored",
            "Data follows a PING whatever comes of it.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void ping() {
                        try {
                          super.ping();
                        } catch (ExchangeFailure | UploadFailure e) {
                          state.pingFirst(false);
                        }
                      }
                    })),
        defect(
            "BITS-CLI-PING-003/none",
            "An upload goes on without PING when it is resumed.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void begin() {
                        super.begin();
                        state.pingFirst(false);
                      }
                    })));
  }
}
