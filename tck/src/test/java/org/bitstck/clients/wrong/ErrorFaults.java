package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** What a server refuses, and what the caller gets to know of it. */
final class ErrorFaults {
  private ErrorFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "goes on with the id of a lost session",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onLostSession(Answer ack) {
                        countSetback(ack);
                      }
                    },
                "BITS-CLI-ERR-001")
            .warned("BITS-CLI-ERR-006"),
        client(
            "gives up when the session is lost",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onLostSession(Answer ack) {
                    throw Failure.refused(ack);
                  }
                },
            "BITS-CLI-ERR-001"),
        client(
            "goes on at the old offset in a new session",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onLostSession(Answer ack) {
                    long old = offset;
                    super.onLostSession(ack);
                    offset = old;
                  }
                },
            "BITS-CLI-FRAGMENT-002"),
        client(
                "knows BITS-Error only",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onFragmentAck(Answer ack, long from, int length) {
                        if (ack.header("BITS-Error") == null && ack.error() == NO_SESSION) {
                          throw Failure.refused(ack);
                        }
                        super.onFragmentAck(ack, from, length);
                      }
                    })
            .warned("BITS-CLI-ERR-006"),
        client(
                "knows BITS-Error-Code only",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onFragmentAck(Answer ack, long from, int length) {
                        if (ack.header("BITS-Error-Code") == null && ack.error() == NO_SESSION) {
                          throw Failure.refused(ack);
                        }
                        super.onFragmentAck(ack, from, length);
                      }
                    })
            .warned("BITS-CLI-ERR-006"),
        client(
                "tries for ever at 403",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Answer send(Packet packet) {
                        Answer ack = super.send(packet);
                        while (ack.status() == 403) {
                          rest(1);
                          ack = super.send(packet);
                        }
                        return ack;
                      }
                    },
                "BITS-CLI-ERR-002")
            .warned("BITS-CLI-CLOSE-003"),
        client(
            "tells nothing but that it failed",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void tell(Report report) {
                    super.tell(
                        new Report(
                            report.outcome(),
                            report.cause(),
                            report.status(),
                            report.error() < 0 ? -1 : 0x80004005L,
                            report.context(),
                            ""));
                  }
                },
            "BITS-CLI-ERR-005"),
        client(
            "mixes up who found the error",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void tell(Report report) {
                    super.tell(
                        new Report(
                            report.outcome(),
                            report.cause(),
                            report.status(),
                            report.error(),
                            report.context() < 0 ? -1 : 12 - report.context(),
                            ""));
                  }
                },
            "BITS-CLI-ERR-005"),
        client(
                "tells of another status",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void tell(Report report) {
                        super.tell(
                            new Report(
                                report.outcome(),
                                report.cause(),
                                report.status() < 300 ? report.status() : 500,
                                report.error(),
                                report.context(),
                                ""));
                      }
                    },
                "BITS-CLI-ERR-004")
            .also("other statuses as well", "BITS-HTTP-AUTH-003", "BITS-REPLY-CLIENT-008"),
        client(
            "tells of a 409 as success",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void tell(Report report) {
                    super.tell(report.status() == 409 ? Report.of(Outcome.SUCCESS, "") : report);
                  }
                },
            "BITS-CLI-ERR-004"));
  }
}
