package org.bitstck.judge.client;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Response;
import org.bitstck.play.client.Recorded;
import org.bitstck.scenario.client.RequestKind;

/**
 * The session ids that a client may have at some point.
 *
 * @param newest that a good Ack to CREATE-SESSION gave; null if none did
 * @param doubtful others, given since by answers that the client may have got and believed
 */
record GivenSessions(String newest, Set<String> doubtful) {

  /** Those given before a request. */
  static GivenSessions before(List<Recorded> requests, int index) {
    String newest = null;
    Set<String> doubtful = new HashSet<>();
    for (Recorded request : requests.subList(0, index)) {
      Response response = request.exchange().response();
      if (request.kind() != RequestKind.CREATE_SESSION
          || response == null
          || !response.isSuccess()) {
        continue;
      }
      List<String> ids =
          response.headers().all(Bits.SESSION_ID).stream().filter(id -> !id.isBlank()).toList();
      if (ids.size() == 1 && Reliable.isAck(request)) {
        newest = ids.get(0);
        doubtful.clear();
      } else {
        doubtful.addAll(ids);
      }
    }
    return new GivenSessions(newest, doubtful);
  }

  boolean isNone() {
    return newest == null && doubtful.isEmpty();
  }

  boolean holds(String id) {
    return id.equals(newest) || doubtful.contains(id);
  }
}
