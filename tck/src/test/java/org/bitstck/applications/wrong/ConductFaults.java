package org.bitstck.applications.wrong;

import static org.bitstck.applications.wrong.WrongApplication.warned;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.applications.PlainApplication;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;

/** Faults in time, and with repetitions. */
final class ConductFaults {
  private ConductFaults() {}

  static List<WrongApplication> all() {
    return List.of(
        warned("BITS-APP-TIMER-001", "works on large files while it is asked", Slow::new),
        warned("BITS-APP-REPEAT-001", "has the effect again", Again::new),
        warned("BITS-APP-REPEAT-001", "refuses what it knows", Once::new),
        warned("BITS-APP-REPEAT-001", "replies that it was there already", Another::new));
  }

  /** 5 MiB are too much for it only where it may take long. */
  private static final class Slow extends PlainApplication {
    @Override
    protected HttpAnswer take(HttpRequest request, byte[] upload) throws IOException {
      boolean timed = request.header(ORIGINAL_URL).orElse("").contains("timer");
      return timed ? HttpAnswer.SILENCE : super.take(request, upload);
    }
  }

  private static final class Again extends PlainApplication {
    @Override
    protected void effect(String originalUrl, boolean first) throws IOException {
      super.effect(originalUrl, true);
    }
  }

  private static final class Once extends PlainApplication {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    protected HttpAnswer take(HttpRequest request, byte[] upload) throws IOException {
      String key = request.header(ORIGINAL_URL).orElse("") + Arrays.hashCode(upload);
      return seen.add(key) ? super.take(request, upload) : new HttpAnswer(409);
    }
  }

  private static final class Another extends PlainApplication {
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    @Override
    protected HttpAnswer replied(HttpRequest request, byte[] reply) throws IOException {
      String key = request.header(ORIGINAL_URL).orElse("") + Arrays.hashCode(reply);
      byte[] known = "known".getBytes(StandardCharsets.US_ASCII);
      return super.replied(request, seen.add(key) ? reply : known);
    }
  }
}
