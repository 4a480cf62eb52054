package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.PlainUpload;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** A pause stops everything, and nothing is lost by it. */
final class ResumeFaults {
  private ResumeFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "cancels the session on pause",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void tell(Report report) {
                        if (report.outcome() == Outcome.PAUSED && session != null) {
                          transmit(sessionPacket("CANCEL-SESSION"));
                        }
                        super.tell(report);
                      }
                    },
                "BITS-CLI-SUSPEND-001")
            .also("the session is gone", "BITS-CLI-SUSPEND-002")
            .also("and the reply with it", "BITS-REPLY-CLIENT-010")
            .warned("BITS-CLI-PING-003"),
        client(
                "closes the session on pause",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void tell(Report report) {
                        if (report.outcome() == Outcome.PAUSED && session != null) {
                          transmit(sessionPacket("CLOSE-SESSION"));
                        }
                        super.tell(report);
                      }
                    },
                "BITS-CLI-SUSPEND-001")
            .also(
                "the session is gone, and not all was there",
                "BITS-CLI-SUSPEND-002",
                "BITS-REPLY-CLIENT-010")
            .warned("BITS-CLI-PING-003"),
        client(
                "sends the next fragment on pause",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void tell(Report report) {
                        if (report.outcome() == Outcome.PAUSED
                            && session != null
                            && offset < file.size()) {
                          int length = (int) Math.min(fragmentSize, file.size() - offset);
                          onFragmentAck(transmit(fragmentPacket(offset, length)), offset, length);
                        }
                        super.tell(report);
                      }
                    },
                "BITS-CLI-SUSPEND-001")
            .warned("BITS-CLI-PING-003"),
        client(
                "new session at resume",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void upload(boolean resumed) {
                        if (resumed) {
                          session = null;
                          offset = 0;
                        }
                        super.upload(resumed);
                      }
                    },
                "BITS-CLI-SUSPEND-002")
            .also("after a fault or a time-out too", "BITS-CLI-ERR-008"),
        client(
                "from the start at resume",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void upload(boolean resumed) {
                        if (resumed) {
                          offset = 0;
                        }
                        super.upload(resumed);
                      }
                    },
                "BITS-CLI-SUSPEND-002")
            .also("not where the Ack asked for", "BITS-CLI-FRAGMENT-002"),
        client(
            "old credentials at resume",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void credentials(Credentials other) { // those that there were
                  }
                },
            "BITS-CLI-SUSPEND-002"));
  }
}
