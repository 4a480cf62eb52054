package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import org.bitstck.peers.ByteRange;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Upload;

/** Connections: how many, how long, and where the next request begins. */
final class ConnectionFaults {
  private ConnectionFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server(
            "body of a refused fragment is the next request",
            UnreadBody::new,
            "BITS-HTTP-CONN-001"),
        server("one connection at a time", OneAtATime::new, "BITS-HTTP-CONN-002").silently(),
        server(
            "broken connection completes the fragment",
            CountsAnnounced::new,
            "BITS-SRV-FRAGMENT-021"),
        server("broken connection publishes", PublishesBroken::new).warned("BITS-SRV-CLOSE-008"),
        server("broken connection ends the session", EndsSession::new, "BITS-SRV-FRAGMENT-021"));
  }

  private static final class UnreadBody extends PlainServer {
    @Override
    protected HttpAnswer take(HttpRequest head, InputStream in, OutputStream out)
        throws IOException {
      in.mark(1 << 24);
      HttpAnswer answer = super.take(head, in, out);
      if (head.packetType().equals("fragment") && !answer.isSuccess()) {
        in.reset();
      }
      return answer;
    }
  }

  private static final class OneAtATime extends PlainServer {
    @Override
    protected void accepted(Socket socket) {
      serveAndClose(socket);
    }
  }

  /** The announced bytes count, whether they came or not. */
  private static final class CountsAnnounced extends PlainServer {
    @Override
    protected void brokenOff(HttpRequest part) {
      if (part.packetType().equals("fragment")) {
        completed(part);
      }
    }

    private void completed(HttpRequest part) {
      ByteRange range = parseRange(part.header("Content-Range").orElse(""));
      onFragment(part.withBody(Arrays.copyOf(part.body(), (int) range.length())));
    }
  }

  private static final class PublishesBroken extends PlainServer {
    @Override
    protected void brokenOff(HttpRequest part) {
      if (part.body().length > 0 && part.packetType().equals("fragment")) {
        Upload upload = find(part);
        upload.append(part.body());
        publish(upload);
      }
    }
  }

  private static final class EndsSession extends PlainServer {
    @Override
    protected void brokenOff(HttpRequest part) {
      forget(key(find(part).id()));
    }
  }
}
