package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.bitstck.peers.ByteRange;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Upload;

/** What stands behind the headers. */
final class BodyFaults {
  private BodyFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("bodies of packets without data are ignored", Ignored::new, "BITS-SRV-VALIDATE-003"),
        server("coded fragments are stored undecoded", Undecoded::new, "BITS-SRV-FRAGMENT-018"),
        server("an empty line ends a body", Text::new, "BITS-SRV-FRAGMENT-017"),
        server("files are written in text mode", TextMode::new, "BITS-SRV-FRAGMENT-017"),
        server("bytes have 7 bits", SevenBits::new, "BITS-SRV-FRAGMENT-017"));
  }

  private static final class Ignored extends PlainServer {
    @Override
    protected void checkNoBody(HttpRequest request) {}
  }

  private static final class Undecoded extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      request.headers().remove("Content-Encoding");
      return super.onFragment(request);
    }
  }

  /** Behind an empty line it reads zeros. */
  private static final class Text extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      int end = new String(body, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
      byte[] text = end < 0 ? body : Arrays.copyOf(Arrays.copyOf(body, end), body.length);
      return super.store(upload, range, text);
    }
  }

  private static final class TextMode extends PlainServer {
    @Override
    protected void publish(Upload upload) {
      String text = new String(upload.bytes(), StandardCharsets.ISO_8859_1);
      String lines = text.replace("\n", "\r\n");
      files.put(upload.path(), lines.getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static final class SevenBits extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      byte[] seven = new byte[body.length];
      for (int i = 0; i < body.length; i++) {
        seven[i] = (byte) (body[i] & 0x7F);
      }
      return super.store(upload, range, seven);
    }
  }
}
