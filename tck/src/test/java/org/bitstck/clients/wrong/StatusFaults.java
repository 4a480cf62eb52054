package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import java.util.UUID;
import org.bitstck.clients.Answer;
import org.bitstck.clients.PlainUpload;

/** Success is what the status and the Ack say, and nothing else. */
final class StatusFaults {
  private StatusFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
            "403 on CREATE-SESSION is success without an error header",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isSuccess(Answer ack) {
                    return super.isSuccess(ack)
                        || session == null && ack.status() == 403 && ack.error() < 0;
                  }

                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    session = session == null ? "{" + UUID.randomUUID() + "}" : session;
                  }

                  @Override
                  protected void checkCreated(Answer ack) {
                    if (ack.status() != 403) {
                      super.checkCreated(ack);
                    }
                  }
                },
            "BITS-CLI-CREATE-006",
            "BITS-CLI-ERR-002"),
        client(
                "413 on FRAGMENT is success without an error header",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onTooLarge(Answer ack, int length) {
                        if (ack.error() < 0) {
                          offset += length;
                        } else {
                          super.onTooLarge(ack, length);
                        }
                      }
                    },
                "BITS-CLI-FRAGMENT-002")
            .warned("BITS-CLI-FRAGMENT-008", "BITS-CLI-FRAGMENT-009"),
        client(
            "success although the Ack is missing",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onOffset(Answer ack, long from, int length) {
                    if (ack.number(RECEIVED) < 0) {
                      offset = from + length;
                    } else {
                      super.onOffset(ack, from, length);
                    }
                  }

                  @Override
                  protected void checkAck(Answer answer) { // what it is does not matter
                  }
                },
            "BITS-CLI-ERR-009",
            "BITS-CLI-CREATE-004",
            "BITS-CLI-FRAGMENT-014"),
        client(
            "any error status without an error header is success",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isSuccess(Answer ack) {
                    return super.isSuccess(ack)
                        || ack.status() != 416 && ack.status() != 413 && ack.error() < 0;
                  }

                  @Override
                  protected void onOffset(Answer ack, long from, int length) {
                    if (ack.status() >= 300 && ack.status() != 416) {
                      offset = from + length;
                    } else {
                      super.onOffset(ack, from, length);
                    }
                  }
                },
            "BITS-CLI-PING-002"),
        client(
            "takes 200 only",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isSuccess(Answer ack) {
                    return ack.status() == 200;
                  }
                }),
        client(
                "takes 201 only",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected boolean isSuccess(Answer ack) {
                        return ack.status() == 201;
                      }
                    })
            .fromTheStart(),
        client(
            "takes the page of a captive portal for an Ack",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void checkAck(Answer answer) {
                    if (answer.status() != 200
                        || !String.valueOf(answer.header("Content-Type")).startsWith("text/html")) {
                      super.checkAck(answer);
                    }
                  }
                },
            "BITS-CLI-ERR-009"),
        client(
                "takes Acks of HTTP/1.0",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void checkAck(Answer answer) {
                        if (!answer.version().equals("HTTP/1.0")) {
                          super.checkAck(answer);
                        }
                      }
                    })
            .warned("BITS-CLI-ERR-009", "BITS-CLI-CREATE-004"));
  }
}
