package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;

/** 401 is answered with credentials, once. */
final class CredentialDefects {
  private static final String NEW_ONES = "new credentials do not help either";

  private CredentialDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
                "BITS-HTTP-AUTH-002/gives-up",
                "A 401 is reported although there are credentials.",
                Seam.exchanges(
                    (http, options) ->
                        new ExchangesFilter(http) {
                          @Override
                          public void credentials(Credentials credentials) {
                            // never used
                          }
                        }))
            .follows(NEW_ONES, "BITS-CLI-SUSPEND-002"),
        defect(
                "BITS-HTTP-AUTH-002/wrong-header",
                "Credentials for the server are sent in Proxy-Authorization.",
                Seam.head(
                    next ->
                        request -> {
                          var head = next.of(request);
                          var header = head.getFirstHeader("Authorization");
                          if (header != null) {
                            head.removeHeaders("Authorization");
                            head.addHeader("Proxy-Authorization", header.getValue());
                          }
                          return head;
                        }))
            .follows(NEW_ONES, "BITS-CLI-SUSPEND-002"),
        defect(
            "BITS-HTTP-AUTH-003/again-and-again",
            "A packet that is answered 401 is sent fifty times, whatever the credentials.",
            Seam.exchanges((http, options) -> new Stubborn(http, 401, 401))),
        defect(
            "BITS-HTTP-AUTH-003/proxy",
            "A packet that is answered 407 is sent fifty times, whatever the credentials.",
            Seam.exchanges((http, options) -> new Stubborn(http, 407, 407))));
  }

  /** Sends requests again that some statuses answer. */
  static class Stubborn extends ExchangesFilter {
    private static final int TIMES = 50;
    private final int from;
    private final int to;

    Stubborn(Exchanges next, int from, int to) {
      super(next);
      this.from = from;
      this.to = to;
    }

    /** Whether it is done with that request. */
    boolean concerns(Request request, Answer answer) {
      return Traffic.isPacket(request);
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      Answer answer = super.exchange(request, progress, receiver);
      for (int i = 1; i < TIMES && concerns(request, answer) && refused(answer); i++) {
        answer = super.exchange(request, progress, receiver);
      }
      return answer;
    }

    private boolean refused(Answer answer) {
      return answer.status() >= from && answer.status() <= to;
    }
  }
}
