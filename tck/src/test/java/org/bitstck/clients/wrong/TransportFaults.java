package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** What breaks on the way, and what takes too long. */
final class TransportFaults {
  private TransportFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
            "an interrupted fragment counts as sent",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void nextFragment() {
                    long from = offset;
                    try {
                      super.nextFragment();
                    } catch (Failure e) {
                      if (e.isTransport()) {
                        offset = Math.min(file.size(), from + fragmentSize);
                      }
                      throw e;
                    }
                  }
                },
            "BITS-CLI-ERR-008"),
        client(
            "forgets the session at a fault of transport",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Answer send(Packet packet) {
                    try {
                      return super.send(packet);
                    } catch (Failure e) {
                      if (e.isTransport()) {
                        session = null;
                        offset = 0;
                      }
                      throw e;
                    }
                  }
                },
            "BITS-CLI-ERR-008"),
        client(
                "tells a fault of transport as success",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void tell(Report report) {
                        super.tell(
                            "transport".equals(report.cause())
                                ? Report.of(Outcome.SUCCESS, "")
                                : report);
                      }
                    },
                "BITS-CLI-ERR-008")
            .also("whatever it comes to", "BITS-CLI-CLOSE-001"),
        client(
            "sends without a limit",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected long sendMs() {
                    return 120_000;
                  }
                },
            "BITS-CLI-TIMER-001"),
        client(
                "waits without a limit",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected long answerMs() {
                        return 300_000;
                      }
                    },
                "BITS-CLI-TIMER-002")
            .also("for the reply as well", "BITS-REPLY-CLIENT-009"),
        client(
            "forgets the session when time is up",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Answer send(Packet packet) {
                    try {
                      return super.send(packet);
                    } catch (Failure e) {
                      if (e.isTimeout()) {
                        session = null;
                        offset = 0;
                      }
                      throw e;
                    }
                  }
                },
            "BITS-CLI-TIMER-002"));
  }
}
