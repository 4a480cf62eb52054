package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** The session id is the server's; the client only carries it. */
final class SessionFaults {
  private SessionFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "braces of the session id stripped",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet sessionPacket(String type) {
                        return super.sessionPacket(type)
                            .with(SESSION_ID, session.replaceAll("[{}]", ""));
                      }
                    },
                "BITS-CLI-SESSION-001")
            .fromTheStart(),
        client(
                "session id in other letters",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet sessionPacket(String type) {
                        String lower = session.toLowerCase(Locale.ROOT);
                        return super.sessionPacket(type)
                            .with(
                                SESSION_ID,
                                lower.equals(session) ? session.toUpperCase(Locale.ROOT) : lower);
                      }
                    },
                "BITS-CLI-SESSION-001")
            .fromTheStart(),
        client(
                "CLOSE-SESSION without the session id",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet sessionPacket(String type) {
                        Packet packet = super.sessionPacket(type);
                        return type.equals("CLOSE-SESSION") ? packet.without(SESSION_ID) : packet;
                      }
                    },
                "BITS-CLI-SESSION-001")
            .fromTheStart(),
        client(
            "refuses ids that are no GUIDs",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void checkCreated(Answer ack) {
                    super.checkCreated(ack);
                    if (!ack.header(SESSION_ID).matches("\\{?[0-9a-fA-F-]{36}}?")) {
                      throw Failure.invalid(ack, "no GUID");
                    }
                  }
                }),
        client(
            "reformats the id in PING",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet pingPacket() {
                    return session == null
                        ? super.pingPacket()
                        : super.pingPacket().with(SESSION_ID, session.replaceAll("[{}]", ""));
                  }
                },
            "BITS-CLI-SESSION-003"),
        client(
            "makes up the first session id of a large file",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void open() {
                    if (file.size() > 150_000 && order.fragmentSize() == 0) {
                      session = "{" + UUID.randomUUID() + "}";
                      request(fragmentPacket(0, 100));
                    }
                    super.open();
                  }
                },
            "BITS-CLI-SESSION-004"));
  }
}
