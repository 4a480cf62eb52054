package org.bitstck.server.defect.application;

import static org.bitstck.server.defect.application.ApplicationDefects.defect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.server.application.ApplicationPolicies;
import org.bitstck.server.application.Desk;
import org.bitstck.server.application.Memory;
import org.bitstck.server.application.Notice;
import org.bitstck.server.application.Refused;
import org.bitstck.server.application.Upload;
import org.bitstck.server.defect.Defect;

/** Mistakes in taking its time, and in taking an upload twice. */
final class ConductDefects {
  /** In bytes; larger uploads take long. */
  private static final long LARGE = 1 << 20;

  private ConductDefects() {}

  static List<Defect<AtomicReference<ApplicationPolicies>>> all() {
    return List.of(
        defect(
            "BITS-APP-TIMER-001/large",
            "Large uploads are processed inside of the request, and it takes for ever.",
            policies -> policies.withDesk(ConductDefects::slow)),
        defect(
            "BITS-APP-REPEAT-001/double-effect",
            "A repeated notification has its effect again.",
            policies -> policies.withMemory(ConductDefects::forgetful)),
        defect(
            "BITS-APP-REPEAT-001/second-refused",
            "A repeated notification is refused.",
            policies -> policies.withMemory(ConductDefects::onlyOnce)));
  }

  private static Desk slow(Desk next) {
    return (notice, rule, body) ->
        size(notice, body) > LARGE ? new CompletableFuture<>() : next.take(notice, rule, body);
  }

  private static long size(Notice notice, Upload body) {
    try {
      if (!notice.byReference()) {
        return body.size();
      }
      return Files.exists(notice.data()) ? Files.size(notice.data()) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Memory forgetful(Memory next) {
    AtomicLong count = new AtomicLong();
    return (key, notice, upload) ->
        next.note(String.format("%064x", count.incrementAndGet()), notice, upload);
  }

  private static Memory onlyOnce(Memory next) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return (key, notice, upload) -> {
      if (!seen.add(key)) {
        throw new Refused(409, "it was there already");
      }
      next.note(key, notice, upload);
    };
  }
}
