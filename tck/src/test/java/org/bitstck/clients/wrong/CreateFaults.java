package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import java.util.UUID;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** CREATE-SESSION and its Ack. */
final class CreateFaults {
  private CreateFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "no protocols",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet createPacket() {
                        return super.createPacket().without("BITS-Supported-Protocols");
                      }
                    },
                "BITS-CLI-CREATE-001")
            .fromTheStart(),
        client(
                "protocol without braces",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet createPacket() {
                        return super.createPacket()
                            .with("BITS-Supported-Protocols", PROTOCOL.replaceAll("[{}]", ""));
                      }
                    },
                "BITS-CLI-CREATE-001")
            .fromTheStart(),
        client(
                "a version number as protocol",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet createPacket() {
                        return super.createPacket().with("BITS-Supported-Protocols", "1.5");
                      }
                    },
                "BITS-CLI-CREATE-001")
            .fromTheStart(),
        client(
                "the path of the file as Content-Name",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet createPacket() {
                        return super.createPacket().with("Content-Name", file.path().toString());
                      }

                      @Override
                      protected Packet fragmentPacket(long from, int length) {
                        Packet packet = super.fragmentPacket(from, length);
                        return from == 0
                            ? packet.with("Content-Name", file.path().toString())
                            : packet;
                      }
                    })
            .warned("BITS-CLI-CREATE-003"),
        client(
                "another Content-Name on the first fragment",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet fragmentPacket(long from, int length) {
                        Packet packet = super.fragmentPacket(from, length);
                        return from == 0 ? packet.with("Content-Name", "other.bin") : packet;
                      }
                    })
            .warned("BITS-CLI-FRAGMENT-005"),
        client(
            "goes on without a session id",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void checkCreated(Answer ack) { // whatever it is
                  }

                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    session = session == null ? "" : session;
                  }
                },
            "BITS-CLI-CREATE-004",
            "BITS-CLI-CREATE-005"),
        client(
            "takes the answer to CREATE-SESSION of a server without BITS for an Ack",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Answer send(Packet packet) {
                    if (!packet.type().equals("CREATE-SESSION")) {
                      return super.send(packet);
                    }
                    Answer answer = request(packet);
                    return answer;
                  }

                  @Override
                  protected void checkCreated(Answer ack) {
                    if (ack.header(SESSION_ID) != null) {
                      super.checkCreated(ack);
                    }
                  }

                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    session = session == null ? "{" + UUID.randomUUID() + "}" : session;
                  }
                },
            "BITS-CLI-CREATE-004"),
        client(
            "takes any protocol",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void checkCreated(Answer ack) {
                    if (ack.header(SESSION_ID) == null) {
                      super.checkCreated(ack);
                    }
                  }
                },
            "BITS-CLI-CREATE-005"),
        client(
                "sends data although CREATE-SESSION failed",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void create() {
                        Answer ack = send(createPacket());
                        String id = ack.header(SESSION_ID);
                        if (isSuccess(ack)) {
                          checkCreated(ack);
                          opened(ack);
                        } else {
                          session = id == null ? "{" + UUID.randomUUID() + "}" : id;
                          request(fragmentPacket(0, (int) file.size()));
                          session = null;
                          throw Failure.refused(ack);
                        }
                      }
                    },
                "BITS-CLI-CREATE-006")
            .also("the upload does not stop", "BITS-CLI-ERR-002", "BITS-CLI-ERR-004"));
  }
}
