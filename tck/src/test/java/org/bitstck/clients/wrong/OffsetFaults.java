package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.PlainUpload;

/** BITS-Received-Content-Range says where to go on. */
final class OffsetFaults {
  private OffsetFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "gives up at 416",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onOffset(Answer ack, long from, int length) {
                        if (ack.status() == 416) {
                          throw Failure.refused(ack);
                        }
                        super.onOffset(ack, from, length);
                      }
                    },
                "BITS-CLI-FRAGMENT-010")
            .also("also if all is there already", "BITS-CLI-FRAGMENT-012"),
        client(
                "repeats the fragment at 416",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onOffset(Answer ack, long from, int length) {
                        super.onOffset(ack, from, length);
                        offset = ack.status() == 416 ? from : offset;
                      }
                    },
                "BITS-CLI-FRAGMENT-010")
            .also("also if all is there already", "BITS-CLI-FRAGMENT-012"),
        client(
                "goes back at 416, but never forward",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onOffset(Answer ack, long from, int length) {
                        super.onOffset(ack, from, length);
                        offset = ack.status() == 416 ? Math.min(from, offset) : offset;
                      }
                    },
                "BITS-CLI-FRAGMENT-010")
            .also("also if all is there already", "BITS-CLI-FRAGMENT-012"),
        client(
                "new session at 416",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onOffset(Answer ack, long from, int length) {
                        if (ack.status() == 416) {
                          onLostSession(ack);
                        } else {
                          super.onOffset(ack, from, length);
                        }
                      }
                    },
                "BITS-CLI-FRAGMENT-010")
            .also("also if all is there already", "BITS-CLI-FRAGMENT-012"),
        client(
                "ignores the offset of a 200",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void onOffset(Answer ack, long from, int length) {
                        super.onOffset(ack, from, length);
                        offset = isSuccess(ack) ? from + length : offset;
                      }
                    },
                "BITS-CLI-FRAGMENT-011")
            .also("the next one does not begin where the Ack asked for", "BITS-CLI-FRAGMENT-002")
            .also("also if all is there already", "BITS-CLI-FRAGMENT-012"),
        client(
            "ignores the offset of a 200 if it is behind its own",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onOffset(Answer ack, long from, int length) {
                    super.onOffset(ack, from, length);
                    offset = isSuccess(ack) ? Math.min(offset, from + length) : offset;
                  }
                },
            "BITS-CLI-FRAGMENT-012"),
        client(
            "an Ack without an offset is progress",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onOffset(Answer ack, long from, int length) {
                    if (ack.number(RECEIVED) < 0 && isSuccess(ack)) {
                      offset = from + length;
                    } else {
                      super.onOffset(ack, from, length);
                    }
                  }
                },
            "BITS-CLI-FRAGMENT-014"),
        client(
            "an offset behind the end is the end",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onOffset(Answer ack, long from, int length) {
                    if (ack.number(RECEIVED) > file.size()) {
                      offset = file.size();
                    } else {
                      super.onOffset(ack, from, length);
                    }
                  }
                },
            "BITS-CLI-FRAGMENT-013"),
        client(
                "an empty fragment at the end",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void closeSession() {
                        request(
                            sessionPacket("FRAGMENT")
                                .with(
                                    "Content-Range",
                                    "bytes "
                                        + file.size()
                                        + "-"
                                        + file.size()
                                        + "/"
                                        + file.size()));
                        super.closeSession();
                      }
                    },
                "BITS-CLI-FRAGMENT-012")
            .also("a range outside of the file", "BITS-CLI-FRAGMENT-001")
            .also("not behind a resume either", "BITS-CLI-SUSPEND-002")
            .warned("BITS-CLI-FRAGMENT-015"),
        client(
                "the last fragment twice",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void closeSession() {
                        request(fragmentPacket(0, (int) Math.min(fragmentSize, file.size())));
                        super.closeSession();
                      }
                    },
                "BITS-CLI-FRAGMENT-012")
            .also("it begins elsewhere than the Ack asked for", "BITS-CLI-FRAGMENT-002")
            .also("not behind a resume either", "BITS-CLI-SUSPEND-002")
            .warned("BITS-CLI-FRAGMENT-015"));
  }
}
