package org.bitstck.play.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Response;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.server.FragmentRange;
import org.bitstck.scenario.server.RequestStep;

/** What the Acks of a scenario give for later packets: session ids, offsets, the reply's URL. */
final class Sessions {
  private final Map<String, Deque<String>> ids = new HashMap<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private String replyUrl;

  /** The id of the newest session with a label that was not ended. */
  Optional<String> id(String label) {
    return Optional.ofNullable(ids.get(label)).map(Deque::peek);
  }

  /** The last {@code BITS-Reply-URL}, as it came; null if none did. */
  String replyUrl() {
    return replyUrl;
  }

  /**
   * The range of a step, {@code resume} resolved to the next offset wanted; null if it has none.
   */
  FragmentRange range(RequestStep step) {
    FragmentRange range = step.range();
    return range != null && range.isResume()
        ? new FragmentRange(offsets.getOrDefault(step.session(), 0L), -1)
        : range;
  }

  /**
   * Remembers what an answer gives for later steps.
   *
   * @param fileSize of the step's file, in bytes
   */
  void learn(RequestStep step, Response response, long fileSize) {
    learnOffset(step, response, fileSize);
    if (!response.isSuccess()) {
      return;
    }
    // no client takes a session from the Ack of a PING: BITS-SRV-PING-005
    if (step.kind().filter(PacketKind.CREATE_SESSION::equals).isPresent()) {
      AckReading.sessionId(response)
          .ifPresent(
              id -> {
                if (!id.equals(id(step.session()).orElse(null))) {
                  ids.computeIfAbsent(step.session(), s -> new ArrayDeque<>()).push(id);
                  offsets.remove(step.session());
                }
              });
    }
    if (step.kind().filter(Sessions::endsSession).isPresent()) {
      Deque<String> given = ids.getOrDefault(step.session(), new ArrayDeque<>());
      if (given.size() > 1) {
        given.pop();
      }
    }
    response.headers().first(Bits.REPLY_URL).ifPresent(url -> replyUrl = url);
  }

  private static boolean endsSession(PacketKind kind) {
    return kind == PacketKind.CLOSE_SESSION || kind == PacketKind.CANCEL_SESSION;
  }

  /** Where an Ack leaves the offset out, a client can only take the end of what it sent. */
  private void learnOffset(RequestStep step, Response response, long fileSize) {
    if (step.range() == null || !(response.isSuccess() || response.status() == 416)) {
      return;
    }
    OptionalLong told = AckReading.receivedRange(response);
    if (told.isPresent()) {
      offsets.put(step.session(), told.getAsLong());
    } else if (response.isSuccess()) {
      offsets.put(step.session(), range(step).lastIn(fileSize) + 1);
    }
  }
}
