package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;

/** Servers that say nothing where they do not like what came. */
final class SilenceFaults {
  private static final String[] REFUSALS = {
    "BITS-HTTP-VERSION-003",
    "BITS-SRV-CANCEL-002",
    "BITS-SRV-CANCEL-004",
    "BITS-SRV-CLOSE-003",
    "BITS-SRV-CREATE-009",
    "BITS-SRV-ERR-001",
    "BITS-SRV-ERR-002",
    "BITS-SRV-ERR-008",
    "BITS-SRV-ERR-009",
    "BITS-SRV-ERR-010",
    "BITS-SRV-ERR-011",
    "BITS-SRV-ERR-012",
    "BITS-SRV-ERR-013",
    "BITS-SRV-ERR-014",
    "BITS-SRV-ERR-015",
    "BITS-SRV-ERR-016",
    "BITS-SRV-ERR-017",
    "BITS-SRV-FRAGMENT-011",
    "BITS-SRV-FRAGMENT-012",
    "BITS-SRV-FRAGMENT-018",
    "BITS-SRV-FRAGMENT-019",
    "BITS-SRV-TYPE-002",
    "BITS-SRV-VALIDATE-001",
    "BITS-SRV-VALIDATE-003"
  };

  private SilenceFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("no answer to what would be refused", Silent::new)
            .also("each wants an answer", REFUSALS)
            .also("a closed connection would do", "BITS-HTTP-URI-001")
            .silently(),
        server("connection closed at what would be refused", Dropped::new)
            .also("each wants an answer", REFUSALS));
  }

  private static final class Silent extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      return HttpAnswer.SILENCE;
    }
  }

  private static final class Dropped extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      return HttpAnswer.HANG_UP;
    }
  }
}
