package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/** What all Acks have in common. */
final class AnswerFaults {
  private AnswerFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("answers have no Content-Length", NoLength::new, "BITS-SRV-ACK-010"),
        server("refusals have no Content-Length", NoLengthInRefusal::new, "BITS-SRV-ACK-010"),
        server("Acks have a body", WithBody::new).warned("BITS-SRV-ACK-010"),
        server("Acks have an unannounced body", UnannouncedBody::new, "BITS-SRV-ACK-010"),
        server("answers are no Acks", NoAck::new, "BITS-SRV-ACK-001"),
        server("refusals are no Acks", NoAckInRefusal::new, "BITS-SRV-ACK-001"),
        server("Ack of a fragment names another session", OtherSession::new, "BITS-SRV-ACK-002"),
        server(
            "refusal of a fragment names another session", OtherInRefusal::new, "BITS-SRV-ACK-003"),
        server("answers are HTTP/1.0", Http10::new, "BITS-HTTP-VERSION-002"),
        server("lines of answers end in LF", BareLf::new, "BITS-HTTP-RESPONSE-001"),
        server("an answer has a long header", LongHeader::new).warned("BITS-HTTP-HEADERS-007"),
        server("a plain upload has a reply URL", ReplyUrl::new, "BITS-SRV-FRAGMENT-023"));
  }

  private static final class NoLength extends PlainServer {
    @Override
    protected HttpAnswer packet(HttpRequest request) {
      return super.packet(request).without("Content-Length");
    }
  }

  private static final class NoLengthInRefusal extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      return super.refused(request, refusal).without("Content-Length");
    }
  }

  private static final class WithBody extends PlainServer {
    @Override
    protected HttpAnswer packet(HttpRequest request) {
      return super.packet(request).body(new byte[] {'O', 'K'});
    }
  }

  private static final class UnannouncedBody extends PlainServer {
    @Override
    protected HttpAnswer packet(HttpRequest request) {
      return super.packet(request).body(new byte[] {'O', 'K'}).with("Content-Length", "0");
    }
  }

  private static final class NoAck extends PlainServer {
    @Override
    protected HttpAnswer ack(int status) {
      return new HttpAnswer(status);
    }
  }

  private static final class NoAckInRefusal extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      return super.refused(request, refusal).without(PACKET_TYPE);
    }
  }

  private static final class OtherSession extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      HttpAnswer answer = super.offsetAck(status, upload);
      return status == 200 ? answer.with(SESSION_ID, nextSessionId()) : answer;
    }
  }

  private static final class OtherInRefusal extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      HttpAnswer answer = super.offsetAck(status, upload);
      return status == 416 ? answer.with(SESSION_ID, nextSessionId()) : answer;
    }
  }

  private static final class Http10 extends PlainServer {
    @Override
    protected void send(HttpAnswer answer, OutputStream out) throws IOException {
      byte[] bytes = answer.bytes();
      bytes["HTTP/1.".length()] = '0';
      out.write(bytes);
    }
  }

  private static final class BareLf extends PlainServer {
    @Override
    protected void send(HttpAnswer answer, OutputStream out) throws IOException {
      String text = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
      int end = text.indexOf("\r\n\r\n") + 4;
      String head = text.substring(0, end).replace("\r\n", "\n");
      out.write((head + text.substring(end)).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static final class LongHeader extends PlainServer {
    @Override
    protected HttpAnswer onPing(HttpRequest request) {
      return super.onPing(request).with("X-Debug", "0123456789".repeat(500));
    }
  }

  private static final class ReplyUrl extends PlainServer {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      HttpAnswer answer = super.offsetAck(status, upload);
      return upload.isComplete() && status == 200 ? answer.with("BITS-Reply-URL", "") : answer;
    }
  }
}
