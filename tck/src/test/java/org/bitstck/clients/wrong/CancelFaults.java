package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.PlainUpload;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder.Credentials;

/** CANCEL-SESSION is sent when the caller gives up. */
final class CancelFaults {
  private CancelFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "never CANCEL-SESSION",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void cancelSession() {
                        hangUp();
                      }
                    },
                "BITS-CLI-CANCEL-001")
            .also("not after a pause either", "BITS-CLI-SUSPEND-003"),
        client(
                "CLOSE-SESSION instead of CANCEL-SESSION",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void cancelSession() {
                        end("CLOSE-SESSION");
                      }
                    },
                "BITS-CLI-CANCEL-001")
            .also("not after a pause either", "BITS-CLI-SUSPEND-003"),
        client(
                "CLOSE-SESSION after CANCEL-SESSION",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void cancelSession() {
                        String id = session;
                        super.cancelSession();
                        if (id != null) {
                          request(packet("CLOSE-SESSION").with(SESSION_ID, id));
                        }
                      }
                    },
                "BITS-CLI-CANCEL-001")
            .also("also if the session is gone", "BITS-CLI-CANCEL-003"),
        client(
            "cancelling a paused upload clears local data only",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void cancelSession() {
                    if (!idle) {
                      super.cancelSession();
                    }
                  }

                  @Override
                  protected void tell(Report report) {
                    idle = true;
                    super.tell(report);
                  }

                  @Override
                  public void resume(Credentials credentials) {
                    idle = false;
                    super.resume(credentials);
                  }

                  private volatile boolean idle;
                },
            "BITS-CLI-SUSPEND-003"),
        client(
            "restarts when the session to cancel is gone",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void cancelSession() {
                    Answer ack = end("CANCEL-SESSION");
                    if (ack.error() == NO_SESSION) {
                      open();
                      sendFile();
                    }
                  }
                },
            "BITS-CLI-CANCEL-003"));
  }
}
