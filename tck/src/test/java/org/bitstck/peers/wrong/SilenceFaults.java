package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;

/** Servers that say nothing where they do not like what came. */
final class SilenceFaults {
  private SilenceFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("no answer to what would be refused", Silent::new).silently(),
        server("connection closed at what would be refused", Dropped::new));
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
