package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;

/** The packet type: which are known, and what becomes of the others. */
final class TypeFaults {
  private TypeFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server(
            "packet types are known in upper case only", UpperCaseOnly::new, "BITS-SRV-TYPE-001"),
        server("packet types are known as Windows writes them only", AsWindowsOnly::new)
            .also("the spelling of the text is another letter case", "BITS-SRV-TYPE-001"),
        server("unknown packet type is an empty 200", UnknownEmpty200::new, "BITS-SRV-ERR-017")
            .also("the empty answer is no Ack", "BITS-SRV-ACK-001")
            .also("a missing type is an unknown one", "BITS-SRV-TYPE-002"),
        server("unknown packet type is a 200 Ack", UnknownAck::new, "BITS-SRV-ERR-017")
            .also("a missing type is an unknown one", "BITS-SRV-TYPE-002"),
        server("unknown packet type is 501", Unknown501::new, "BITS-SRV-ERR-017")
            .also("a missing type is an unknown one", "BITS-SRV-TYPE-002"),
        server("unknown packet type is an HTML page", UnknownHtml::new, "BITS-SRV-ACK-001"),
        server("unknown packet type closes the connection", UnknownDropped::new, "BITS-SRV-ERR-017")
            .also("a missing type is an unknown one", "BITS-SRV-TYPE-002"),
        server("missing packet type is a PING", MissingIsPing::new, "BITS-SRV-TYPE-002"));
  }

  private static final class UpperCaseOnly extends PlainServer {
    @Override
    protected String type(HttpRequest request) {
      String written = request.header(PACKET_TYPE).orElse("");
      return written.matches("[A-Z-]*") ? super.type(request) : "";
    }
  }

  private static final class AsWindowsOnly extends PlainServer {
    @Override
    protected String type(HttpRequest request) {
      String written = request.header(PACKET_TYPE).orElse("");
      return written.matches("([A-Z][a-z]*-?)+") ? super.type(request) : "";
    }
  }

  private static final class UnknownEmpty200 extends PlainServer {
    @Override
    protected HttpAnswer onUnknown(HttpRequest request) {
      return new HttpAnswer(200);
    }
  }

  private static final class UnknownAck extends PlainServer {
    @Override
    protected HttpAnswer onUnknown(HttpRequest request) {
      return ack(200);
    }
  }

  private static final class Unknown501 extends PlainServer {
    @Override
    protected HttpAnswer onUnknown(HttpRequest request) {
      return withError(ack(501), 0x80004001L);
    }
  }

  private static final class UnknownHtml extends PlainServer {
    @Override
    protected HttpAnswer onUnknown(HttpRequest request) {
      return new HttpAnswer(400)
          .with("Content-Type", "text/html")
          .body("<h1>Bad Request</h1>".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static final class UnknownDropped extends PlainServer {
    @Override
    protected HttpAnswer onUnknown(HttpRequest request) {
      return HttpAnswer.HANG_UP;
    }
  }

  private static final class MissingIsPing extends PlainServer {
    @Override
    protected String type(HttpRequest request) {
      return request.header(PACKET_TYPE).isEmpty() ? "ping" : super.type(request);
    }
  }
}
