package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadState.Phase;

/** A pause stops everything, and nothing is lost by it. */
final class SuspendDefects {
  private static final String GONE = "there is nothing to go on with";

  private SuspendDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
                "BITS-CLI-SUSPEND-001/cancels",
                "An upload that is paused is cancelled on the server.",
                Seam.steps(
                    (steps, parts) -> new EndsAtPause(steps, parts, PacketType.CANCEL_SESSION)))
            .follows(GONE, "BITS-CLI-SUSPEND-002", "BITS-CLI-PING-003"),
        defect(
                "BITS-CLI-SUSPEND-001/closes",
                "An upload that is paused is closed.",
                Seam.steps(
                    (steps, parts) -> new EndsAtPause(steps, parts, PacketType.CLOSE_SESSION)))
            .follows(GONE, "BITS-CLI-SUSPEND-002", "BITS-CLI-PING-003"),
        defect(
                "BITS-CLI-SUSPEND-001/one-more",
                "An upload that is paused sends the next fragment all the same.",
                Seam.steps(
                    (steps, parts) ->
                        new StepsFilter(steps, parts) {
                          @Override
                          public void pause() {
                            try {
                              if (state.phase() == Phase.FRAGMENT) {
                                fragment();
                              }
                            } catch (ExchangeFailure | UploadFailure e) {
                              // it was not wanted anyway
                            }
                            super.pause();
                          }
                        }))
            .follows(
                "what comes next is not the first packet behind the resume", "BITS-CLI-PING-003"),
        defect(
            "BITS-CLI-SUSPEND-002/from-the-start",
            "An upload that is resumed sends its data from the start.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void begin() {
                        super.begin();
                        if (state.phase() == Phase.FRAGMENT) {
                          state.acknowledged(0);
                        }
                      }
                    })),
        defect(
            "BITS-CLI-SUSPEND-002/new-session",
            "An upload that was paused opens a new session when it is resumed.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      private boolean paused;

                      @Override
                      public void pause() {
                        super.pause();
                        paused = true;
                      }

                      @Override
                      public void create() throws ExchangeFailure, UploadFailure {
                        paused = false;
                        super.create();
                      }

                      @Override
                      public void ping() throws ExchangeFailure, UploadFailure {
                        if (paused) {
                          state.forgetSession();
                        } else {
                          super.ping();
                        }
                      }
                    })),
        defect(
            "BITS-CLI-SUSPEND-002/old-credentials",
            "Credentials that come with resume are forgotten.",
            Seam.exchanges(
                (http, options) ->
                    new ExchangesFilter(http) {
                      private boolean known;

                      @Override
                      public void credentials(Credentials credentials) {
                        if (!known) {
                          super.credentials(credentials);
                        }
                        known = true;
                      }
                    })),
        defect(
            "BITS-CLI-SUSPEND-003/local-only",
            "An upload that does not run is cancelled without telling the server.",
            Seam.steps(
                (steps, parts) ->
                    new Idle(steps, parts) {
                      @Override
                      public void cancel() throws ExchangeFailure, UploadFailure {
                        if (!idle) {
                          super.cancel();
                        }
                      }
                    })));
  }

  /** Ends the session when the caller pauses. */
  private static final class EndsAtPause extends StepsFilter {
    private final PacketType how;

    EndsAtPause(Steps next, Parts parts, PacketType how) {
      super(next, parts);
      this.how = how;
    }

    @Override
    public void pause() {
      try {
        if (state.session() != null) {
          parts.packets().end(how, parts.hosts().destination());
        }
      } catch (ExchangeFailure e) {
        // the server will forget it some time
      }
      super.pause();
    }
  }
}
