package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import org.bitstck.peers.ByteRange;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/** A fragment that starts behind the next offset. */
final class GapFaults {
  private static final String[] GAPS = {"BITS-SRV-FRAGMENT-004", "BITS-SRV-FRAGMENT-005"};

  private GapFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("gap is a bare 500", Bare500::new, GAPS)
            .also("a 500 has to name its error", "BITS-SRV-ACK-005")
            .also("the client cannot tell where to go on", "BITS-SRV-ERR-007"),
        server("gap is a 400", Is400::new, GAPS)
            .also("the client cannot tell where to go on", "BITS-SRV-ERR-007"),
        server("gap is a 200 with a hole", Hole::new, GAPS)
            .also("out of step is no success", "BITS-SRV-ERR-007"),
        server("gap is a 416 without the offset", NoOffset::new, GAPS)
            .also("a 416 has to have the offset", "BITS-SRV-FRAGMENT-002"),
        server("gap is a 416 with a misspelt offset", Misspelt::new, GAPS)
            .also("a 416 has to have the offset", "BITS-SRV-FRAGMENT-002"),
        server("gap is a 416 with the refused offset", WrongOffset::new, GAPS),
        server("gap is a 416 with E_INVALIDARG", InvalidArgument::new, "BITS-SRV-ERR-007"),
        server("gap is a 416 that keeps the bytes", KeepsBytes::new, "BITS-SRV-FRAGMENT-006"),
        server("gap gets no answer", Silent::new, GAPS)
            .also("the client cannot tell where to go on", "BITS-SRV-ERR-007")
            .silently(),
        server("gap closes the connection", Dropped::new, GAPS)
            .also("the client cannot tell where to go on", "BITS-SRV-ERR-007"));
  }

  /** A server with an own answer to gaps. */
  private abstract static class Gap extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      ByteRange range = parseRange(request.header("Content-Range").orElse(""));
      Upload upload = find(request);
      synchronized (upload) {
        checkRange(upload, range, request);
        return range.first() > upload.offset()
            ? gap(upload, range, request)
            : super.onFragment(request);
      }
    }

    abstract HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request);
  }

  private static final class Bare500 extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      return ack(500);
    }
  }

  private static final class Is400 extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      throw Refusal.syntax();
    }
  }

  private static final class Hole extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      upload.announce(range.total());
      if (range.last() < 1 << 20) {
        upload.put(range.first(), request.body());
      }
      return offsetAck(200, upload);
    }
  }

  private static final class NoOffset extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      return offsetAck(416, upload).without(RECEIVED);
    }
  }

  private static final class Misspelt extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      return offsetAck(416, upload).renamed(RECEIVED, "BITS-Recieved-Content-Range");
    }
  }

  private static final class WrongOffset extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      return offsetAck(416, upload).with(RECEIVED, String.valueOf(range.first()));
    }
  }

  private static final class InvalidArgument extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      return withError(offsetAck(416, upload), Refusal.INVALID_ARGUMENT);
    }
  }

  private static final class KeepsBytes extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      HttpAnswer answer = offsetAck(416, upload);
      upload.append(request.body());
      return answer;
    }
  }

  private static final class Silent extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      return HttpAnswer.SILENCE;
    }
  }

  private static final class Dropped extends Gap {
    @Override
    HttpAnswer gap(Upload upload, ByteRange range, HttpRequest request) {
      return HttpAnswer.HANG_UP;
    }
  }
}
