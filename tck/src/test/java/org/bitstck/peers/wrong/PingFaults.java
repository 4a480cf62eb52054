package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/** PING: asks and changes nothing. */
final class PingFaults {
  private PingFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("PING is unknown", Unknown::new, "BITS-SRV-PING-001"),
        server("PING wants a session", WantsSession::new, "BITS-SRV-PING-002")
            .also("that is also the plain PING", "BITS-SRV-PING-001"),
        server("PING looks up a session", LooksUp::new).warned("BITS-SRV-PING-003"),
        server("PING ends all sessions of the URL", EndsSessions::new, "BITS-SRV-PING-004")
            .also("waiting for CLOSE-SESSION ends as well", "BITS-SRV-STATE-003"),
        server("PING opens a session", OpensSession::new, "BITS-SRV-PING-005"),
        server("PING succeeds with an error", SuccessWithError::new, "BITS-SRV-ACK-004"));
  }

  private static final class Unknown extends PlainServer {
    @Override
    protected HttpAnswer onPing(HttpRequest request) {
      return onUnknown(request);
    }
  }

  private static final class WantsSession extends PlainServer {
    @Override
    protected HttpAnswer onPing(HttpRequest request) {
      if (request.header(SESSION_ID).isEmpty()) {
        throw Refusal.syntax();
      }
      return super.onPing(request);
    }
  }

  private static final class LooksUp extends PlainServer {
    @Override
    protected HttpAnswer onPing(HttpRequest request) {
      if (request.header(SESSION_ID).isPresent()) {
        find(request);
      }
      return super.onPing(request);
    }
  }

  private static final class EndsSessions extends PlainServer {
    @Override
    protected HttpAnswer onPing(HttpRequest request) {
      sessions.values().removeIf(upload -> upload.path().equals(path(request)));
      return super.onPing(request);
    }
  }

  private static final class OpensSession extends PlainServer {
    @Override
    protected HttpAnswer onPing(HttpRequest request) {
      Upload upload = new Upload(nextSessionId(), path(request));
      remember(key(upload.id()), upload);
      return super.onPing(request).with(SESSION_ID, upload.id()).with("BITS-Protocol", PROTOCOL);
    }
  }

  private static final class SuccessWithError extends PlainServer {
    @Override
    protected HttpAnswer onPing(HttpRequest request) {
      return withError(super.onPing(request), 0);
    }
  }
}
