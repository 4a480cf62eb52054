package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;

/** How requests are read. */
final class HttpFaults {
  private HttpFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("header names have a letter case", NamesHaveCase::new, "BITS-HTTP-HEADERS-001"),
        server("unknown headers are refused", UnknownRefused::new, "BITS-HTTP-HEADERS-003"),
        server("Expect is not understood", NoContinue::new, "BITS-HTTP-HEADERS-005"),
        server("header values may be longer than 4096", LongValues::new, "BITS-SRV-ERR-012"),
        server("header values must be shorter than 4096", ShortValues::new, "BITS-SRV-ERR-012"),
        server("HTTP/1.0 will do", Http10::new, "BITS-HTTP-VERSION-003"),
        server("POST will do", AnyMethod::new).warned("BITS-HTTP-METHOD-002"),
        server("targets are paths only", PathsOnly::new, "BITS-HTTP-URI-001"),
        server("no Content-Length is none", NoLengthIsNone::new, "BITS-SRV-ERR-016"));
  }

  private static final class NamesHaveCase extends PlainServer {
    private static final List<String> KNOWN =
        List.of(PACKET_TYPE, SESSION_ID, "BITS-Supported-Protocols", "Content-Range");

    @Override
    protected HttpAnswer answer(HttpRequest request) {
      request
          .headers()
          .keySet()
          .removeIf(
              name -> KNOWN.stream().anyMatch(n -> n.equalsIgnoreCase(name) && !n.equals(name)));
      return super.answer(request);
    }
  }

  private static final class UnknownRefused extends PlainServer {
    private static final String KNOWN =
        "(?i)BITS-(Packet-Type|Session-Id|Supported-Protocols)|(?!BITS-).*";

    @Override
    protected void checkHead(HttpRequest request) {
      super.checkHead(request);
      if (!request.headers().keySet().stream().allMatch(name -> name.matches(KNOWN))) {
        throw Refusal.syntax();
      }
    }
  }

  private static final class NoContinue extends PlainServer {
    @Override
    protected HttpAnswer take(HttpRequest head, InputStream in, OutputStream out)
        throws IOException {
      head.headers().remove("Expect");
      return super.take(head, in, out);
    }
  }

  private static final class LongValues extends PlainServer {
    @Override
    protected int headerBytes() {
      return 8192;
    }
  }

  private static final class ShortValues extends PlainServer {
    @Override
    protected int headerBytes() {
      return 4095;
    }
  }

  private static final class Http10 extends PlainServer {
    @Override
    protected boolean isVersionRight(String version) {
      return true;
    }
  }

  private static final class AnyMethod extends PlainServer {
    @Override
    protected HttpAnswer answer(HttpRequest request) {
      return request.packetType().isEmpty() ? super.answer(request) : packet(request);
    }
  }

  private static final class PathsOnly extends PlainServer {
    @Override
    protected String path(HttpRequest request) {
      return request.target().startsWith("/") ? super.path(request) : "";
    }
  }

  private static final class NoLengthIsNone extends PlainServer {
    @Override
    protected HttpAnswer take(HttpRequest head, InputStream in, OutputStream out)
        throws IOException {
      head.headers().remove("Transfer-Encoding");
      head.headers().putIfAbsent("Content-Length", List.of("0"));
      return super.take(head, in, out);
    }
  }
}
