package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.PlainUpload;

/** PING, and what follows from its answer. */
final class PingFaults {
  private PingFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "no PING at the new host",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void open() {
                        create();
                      }
                    })
            .warned("BITS-CLI-PING-001"),
        client(
            "result of PING ignored",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void ping() {
                    request(pingPacket());
                  }
                },
            "BITS-CLI-PING-002"),
        client(
                "resumes without PING",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void upload(boolean resumed) {
                        super.upload(false);
                      }
                    })
            .warned("BITS-CLI-PING-003"));
  }
}
