package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.PlainUpload;

/** 413, and how long the last Ack may take. */
final class SizeFaults {
  private SizeFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "gives up at 413",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onTooLarge(Answer ack, int length) {
                        throw Failure.refused(ack);
                      }
                    })
            .warned("BITS-CLI-FRAGMENT-008"),
        client(
                "repeats the same size at 413",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onTooLarge(Answer ack, int length) {
                        countSetback(ack);
                      }
                    })
            .warned("BITS-CLI-FRAGMENT-008"),
        client(
                "shrinks down to a byte",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onTooLarge(Answer ack, int length) {
                        if (length == 1) {
                          throw Failure.refused(ack);
                        }
                        fragmentSize = Math.max(1, length / 2);
                      }
                    })
            .warned("BITS-CLI-FRAGMENT-009"),
        client(
                "new session at 413",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onTooLarge(Answer ack, int length) {
                        fragmentSize = Math.max(SMALLEST, length / 2);
                        onLostSession(ack);
                      }
                    })
            .warned("BITS-CLI-FRAGMENT-008"),
        client(
            "takes 0x80200020 for a 413",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onRefused(Answer ack) {
                    if (ack.error() == TOO_LARGE) {
                      countSetback(ack);
                      fragmentSize = Math.max(1, Math.min(fragmentSize, file.size()) / 2);
                    } else {
                      super.onRefused(ack);
                    }
                  }
                },
            "BITS-CLI-ERR-003"),
        client(
            "restarts for 0x80070057",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onRefused(Answer ack) {
                    if (ack.error() == 0x80070057L) {
                      onLostSession(ack);
                    } else {
                      super.onRefused(ack);
                    }
                  }
                },
            "BITS-CLI-ERR-003"),
        client(
                "repeats the last fragment after a second",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void nextFragment() {
                        last = true;
                        try {
                          super.nextFragment();
                        } finally {
                          last = false;
                        }
                      }

                      private boolean last;

                      @Override
                      protected long answerMs() {
                        return last ? Math.min(1000, super.answerMs()) : super.answerMs();
                      }

                      @Override
                      protected boolean isWorthRepeating(Failure failure, int failures) {
                        return last && failure.isTimeout() && failures < 2
                            || super.isWorthRepeating(failure, failures);
                      }
                    })
            .also("while the first one is under way", "BITS-HTTP-CONN-003")
            .warned("BITS-CLI-FRAGMENT-015"));
  }
}
