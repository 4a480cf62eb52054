package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** 401 is answered with credentials, once. */
final class CredentialFaults {
  private CredentialFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "aborts at 401",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected boolean isWorthCredentials(Answer answer, Packet packet) {
                        return false;
                      }
                    },
                "BITS-HTTP-AUTH-002")
            .also("with new ones too", "BITS-CLI-SUSPEND-002"),
        client(
            "tries for ever at 401",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isWorthCredentials(Answer answer, Packet packet) {
                    if (super.isWorthCredentials(answer, packet)) {
                      return true;
                    }
                    if (answer.status() == 401) {
                      rest(1);
                    }
                    return answer.status() == 401;
                  }
                },
            "BITS-HTTP-AUTH-003"));
  }
}
