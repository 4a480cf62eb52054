package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.Arrays;
import java.util.List;
import org.bitstck.peers.ByteRange;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/** A fragment that starts in what has been received. */
final class OverlapFaults {
  private OverlapFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("overlap is appended whole", Appended::new, "BITS-SRV-FRAGMENT-007"),
        server("overlap overwrites", Overwrites::new, "BITS-SRV-FRAGMENT-008"),
        server("overlap is a 400", Overlap400::new, "BITS-SRV-FRAGMENT-007"),
        server("repetition is appended", RepetitionAppended::new, "BITS-SRV-FRAGMENT-009"),
        server("repetition is a 400", Repetition400::new, "BITS-SRV-FRAGMENT-009"),
        server("last fragment cannot be repeated", LastOnce::new, "BITS-SRV-FRAGMENT-010"));
  }

  private static boolean isRepetition(Upload upload, ByteRange range) {
    return range.last() < upload.offset();
  }

  private static boolean isOverlap(Upload upload, ByteRange range) {
    return range.first() < upload.offset() && !isRepetition(upload, range);
  }

  private static final class Appended extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      if (isOverlap(upload, range)) {
        upload.append(body);
        return true;
      }
      return super.store(upload, range, body);
    }
  }

  private static final class Overwrites extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      if (isOverlap(upload, range)) {
        upload.put(range.first(), body);
        return true;
      }
      return super.store(upload, range, body);
    }
  }

  private static final class Overlap400 extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      if (isOverlap(upload, range)) {
        throw Refusal.syntax();
      }
      return super.store(upload, range, body);
    }
  }

  /** Of the last fragment it is not: the file is full then. */
  private static final class RepetitionAppended extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      if (isRepetition(upload, range) && !upload.isComplete()) {
        long room = upload.total() - upload.offset();
        upload.append(Arrays.copyOf(body, (int) Math.min(room, body.length)));
        return true;
      }
      return super.store(upload, range, body);
    }
  }

  private static final class Repetition400 extends PlainServer {
    @Override
    protected boolean store(Upload upload, ByteRange range, byte[] body) {
      if (isRepetition(upload, range) && !upload.isComplete()) {
        throw Refusal.syntax();
      }
      return super.store(upload, range, body);
    }
  }

  private static final class LastOnce extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      if (find(request).isComplete()) {
        throw Refusal.noSession();
      }
      return super.onFragment(request);
    }
  }
}
