package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.Arrays;
import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** The reply is what the server has, byte for byte. */
final class DownloadFaults {
  private DownloadFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "Range on a whole download",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet replyRequest(String url) {
                        Packet get = super.replyRequest(url);
                        return get.header("Range") == null ? get.with("Range", "bytes=0-") : get;
                      }
                    })
            .warned("BITS-REPLY-CLIENT-003"),
        client(
            "takes the whole for a part",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void takeWhole(Answer answer) {
                    if (stored.size() > 0) {
                      stored.writeBytes(answer.body());
                      replySize = stored.size();
                    } else {
                      super.takeWhole(answer);
                    }
                  }
                },
            "BITS-REPLY-CLIENT-004"),
        client(
            "mixes the old reply with the new one",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void startOver(Answer answer) {
                    stored.writeBytes(answer.body());
                    replySize = stored.size();
                  }
                },
            "BITS-REPLY-CLIENT-005"),
        client(
            "a reply cut short is a reply",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void takeReply(Answer answer) {
                    super.takeReply(answer);
                    replySize = stored.size();
                  }

                  @Override
                  protected boolean isWorthRepeating(Failure failure, int failures) {
                    return stored.size() > 0 || super.isWorthRepeating(failure, failures);
                  }
                },
            "BITS-REPLY-CLIENT-006"),
        client(
            "a reply without a size is a reply",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void takeWhole(Answer answer) {
                    if (answer.number("Content-Length") < 0) {
                      stored.writeBytes(answer.body());
                      replySize = stored.size();
                    } else {
                      super.takeWhole(answer);
                    }
                  }
                },
            "BITS-REPLY-CLIENT-006"),
        client(
            "stores an error page",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void takeReply(Answer answer) {
                    if (answer.status() >= 300) {
                      stored.writeBytes(answer.body());
                      replySize = stored.size();
                    } else {
                      super.takeReply(answer);
                    }
                  }
                },
            "BITS-REPLY-CLIENT-008"),
        client(
            "waits for the reply without a limit",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Answer request(Packet packet) {
                    patient = packet.type().equals("GET");
                    return super.request(packet);
                  }

                  @Override
                  protected long answerMs() {
                    return patient ? 300_000 : super.answerMs();
                  }

                  private boolean patient;
                },
            "BITS-REPLY-CLIENT-009"),
        client(
            "the whole reply behind what is there",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet replyRequest(String url) {
                    return super.replyRequest(url).without("Range");
                  }

                  @Override
                  protected void takeWhole(Answer answer) {
                    if (stored.size() > 0) {
                      stored.writeBytes(answer.body());
                      replySize = stored.size();
                    } else {
                      super.takeWhole(answer);
                    }
                  }
                },
            "BITS-REPLY-CLIENT-010"),
        client(
                "replies end at 64 KiB",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void takeWhole(Answer answer) {
                        super.takeWhole(answer);
                        if (stored.size() == replySize && replySize > MOST) {
                          byte[] kept = Arrays.copyOf(stored.toByteArray(), MOST);
                          stored.reset();
                          stored.writeBytes(kept);
                          replySize = MOST;
                        }
                      }

                      private static final int MOST = 65536;
                    },
                "BITS-REPLY-CLIENT-001")
            .also("large ones everywhere", "BITS-REPLY-CLIENT-004", "BITS-REPLY-CLIENT-010"));
  }
}
