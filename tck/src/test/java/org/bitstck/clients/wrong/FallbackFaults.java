package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.PlainUpload;

/** Back to the original host: in time, and only if the server said when. */
final class FallbackFaults {
  private FallbackFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
            "stays with the dead host",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    hosts.announced(ack.header("BITS-Host-Id"), -1);
                  }
                },
            "BITS-CLI-HOST-004"),
        client(
            "falls back at once",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isWorthRepeating(Failure failure, int failures) {
                    if (hosts.isWorthWaiting()) {
                      hosts.fallBack();
                      return true;
                    }
                    return super.isWorthRepeating(failure, failures);
                  }
                },
            "BITS-CLI-HOST-004"),
        client(
            "falls back without a time-out",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isWorthRepeating(Failure failure, int failures) {
                    if (hosts.hasAlternate() && !hosts.isWorthWaiting()) {
                      hosts.fallBack();
                      return true;
                    }
                    return super.isWorthRepeating(failure, failures);
                  }
                },
            "BITS-CLI-HOST-005"),
        client(
            "the timer of the fallback runs on",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected boolean isWorthRepeating(Failure failure, int failures) {
                    first = first == 0 ? System.nanoTime() : first;
                    if (hosts.isWorthWaiting()
                        && System.nanoTime() - first > fallbackMs * 1_000_000) {
                      hosts.fallBack();
                      return true;
                    }
                    return super.isWorthRepeating(failure, failures);
                  }

                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    fallbackMs = 1000 * ack.number("BITS-Host-Id-Fallback-Timeout");
                  }

                  @Override
                  protected boolean trustsFreshConnections() {
                    return false;
                  }

                  private long first;
                  private long fallbackMs;
                },
            "BITS-CLI-HOST-006"));
  }
}
