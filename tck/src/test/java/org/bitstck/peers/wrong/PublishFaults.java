package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.Arrays;
import java.util.List;
import org.bitstck.peers.ByteRange;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Upload;

/** When the destination gets what. */
final class PublishFaults {
  private PublishFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("early CLOSE-SESSION publishes", EarlyClose::new, "BITS-SRV-CLOSE-004"),
        server("CANCEL-SESSION publishes", Cancel::new, "BITS-SRV-CANCEL-003"),
        server("the file grows at its destination", Growing::new).warned("BITS-SRV-CLOSE-008"),
        server("the last byte is not published", LastByteMissing::new, "BITS-SRV-CLOSE-002")
            .also("each byte is stored as it came, the last as well", "BITS-SRV-FRAGMENT-017")
            .also(
                "behind a repetition or a broken connection no byte is lost or doubled",
                "BITS-SRV-FRAGMENT-010",
                "BITS-SRV-FRAGMENT-021"),
        server("CLOSE-SESSION is 204", NoContent::new, "BITS-SRV-CLOSE-001"),
        server("CANCEL-SESSION of a whole file leaves half of it", HalfCancelled::new)
            .also("neither the whole file nor none", "BITS-SRV-CANCEL-004"));
  }

  private static final class EarlyClose extends PlainServer {
    @Override
    protected HttpAnswer onClose(HttpRequest request) {
      Upload upload = find(request);
      HttpAnswer answer = super.onClose(request);
      if (upload.offset() > 0) {
        publish(upload);
      }
      return answer;
    }
  }

  private static final class Cancel extends PlainServer {
    @Override
    protected HttpAnswer onCancel(HttpRequest request) {
      Upload upload = find(request);
      HttpAnswer answer = super.onCancel(request);
      if (upload.offset() > 0) {
        publish(upload);
      }
      return answer;
    }
  }

  private static final class Growing extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      boolean stored = super.store(upload, range, body);
      if (stored) {
        publish(upload);
      }
      return stored;
    }

    /** It takes away what it has shown too early. */
    @Override
    protected void forget(String key) {
      Upload upload = lookUp(key);
      if (!upload.isComplete()) {
        files.remove(upload.path());
      }
      super.forget(key);
    }
  }

  private static final class LastByteMissing extends PlainServer {
    @Override
    protected void publish(Upload upload) {
      byte[] bytes = upload.bytes();
      files.put(upload.path(), Arrays.copyOf(bytes, Math.max(0, bytes.length - 1)));
    }
  }

  private static final class NoContent extends PlainServer {
    @Override
    protected HttpAnswer onClose(HttpRequest request) {
      return super.onClose(request).status(204);
    }
  }

  private static final class HalfCancelled extends PlainServer {
    @Override
    protected HttpAnswer onCancel(HttpRequest request) {
      Upload upload = find(request);
      HttpAnswer answer = super.onCancel(request);
      if (upload.isComplete()) {
        byte[] bytes = upload.bytes();
        files.put(upload.path(), Arrays.copyOf(bytes, bytes.length / 2));
      }
      return answer;
    }
  }
}
