package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** The reply comes before CLOSE-SESSION, from where the server says. */
final class ReplyFaults {
  private ReplyFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "CLOSE-SESSION before the reply",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void fetchReply() { // later
                      }

                      @Override
                      protected void closeSession() {
                        super.closeSession();
                        if (order.replyTo() != null) {
                          super.fetchReply();
                        }
                      }
                    },
                "BITS-CLI-REPLY-001")
            .also(
                "the server has deleted it by then",
                "BITS-CLI-CANCEL-001",
                "BITS-CLI-REPLY-003",
                "BITS-REPLY-CLIENT-001",
                "BITS-REPLY-CLIENT-004",
                "BITS-REPLY-CLIENT-008",
                "BITS-REPLY-CLIENT-009",
                "BITS-REPLY-CLIENT-010"),
        client(
            "no reply URL is no error",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onOffset(Answer ack, long from, int length) {
                    super.onOffset(ack, from, length);
                    given |= ack.header(REPLY_URL) != null;
                  }

                  @Override
                  protected void fetchReply() {
                    if (given) {
                      super.fetchReply();
                    }
                  }

                  private boolean given;
                },
            "BITS-CLI-REPLY-002"),
        client(
            "reply URL taken literally",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet addressed(String url) {
                    return url.startsWith("http:")
                        ? super.addressed(url)
                        : Packet.get("/" + url).to(hosts.current());
                  }
                },
            "BITS-CLI-REPLY-003"),
        client(
            "reply URL relative to the root",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet addressed(String url) {
                    return super.addressed(url.startsWith("http:") ? url : "/" + url);
                  }
                },
            "BITS-CLI-REPLY-003"),
        client(
            "backslashes escaped",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet addressed(String url) {
                    return super.addressed(url.replace("\\", "%5C"));
                  }
                },
            "BITS-CLI-REPLY-003"),
        client(
            "braces not escaped",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet addressed(String url) {
                    Packet get = super.addressed(url);
                    return get.target(get.target().replace("%7B", "{").replace("%7D", "}"));
                  }
                },
            "BITS-CLI-REPLY-003"),
        client(
            "CLOSE-SESSION although the reply failed",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void fetchReply() {
                    try {
                      super.fetchReply();
                    } catch (Failure e) {
                      request(sessionPacket("CLOSE-SESSION"));
                      session = null;
                      throw e;
                    }
                  }
                },
            "BITS-CLI-REPLY-004"),
        client(
            "success although the reply failed",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void download(String url) {
                    try {
                      super.download(url);
                    } catch (Failure e) {
                      // an upload is an upload
                    }
                  }
                },
            "BITS-CLI-REPLY-004"));
  }
}
