package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.PlainUpload;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** CLOSE-SESSION comes when all is there, and then once. */
final class CloseFaults {
  private CloseFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
            "no CLOSE-SESSION",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void closeSession() { // the server will find out
                  }
                },
            "BITS-CLI-CLOSE-001"),
        client(
            "CLOSE-SESSION after an error",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void sendFile() {
                    try {
                      super.sendFile();
                    } catch (Failure e) {
                      if (!e.isTransport() && !e.isTimeout()) {
                        request(sessionPacket("CLOSE-SESSION"));
                      }
                      throw e;
                    }
                  }
                },
            "BITS-CLI-CLOSE-001"),
        client(
                "success before the Ack of CLOSE-SESSION",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void closeSession() {
                        tell(Report.of(Outcome.SUCCESS, ""));
                        super.closeSession();
                      }
                    },
                "BITS-CLI-CLOSE-001")
            .also("it was paused, not successful", "BITS-REPLY-CLIENT-010"),
        client(
            "success whatever CLOSE-SESSION says",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void closeSession() {
                    end("CLOSE-SESSION");
                    session = null;
                  }
                },
            "BITS-CLI-CLOSE-001"),
        client(
                "repeats CLOSE-SESSION at 404",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected boolean isWorthAnotherEnd(Answer ack) {
                        return super.isWorthAnotherEnd(ack)
                            || ack.status() >= 400 && ack.status() < 500;
                      }
                    })
            .warned("BITS-CLI-CLOSE-003"),
        client(
            "repeats CLOSE-SESSION with a dead id",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isWorthAnotherEnd(Answer ack) {
                    return ack.status() >= 500;
                  }
                },
            "BITS-CLI-CLOSE-004"));
  }
}
