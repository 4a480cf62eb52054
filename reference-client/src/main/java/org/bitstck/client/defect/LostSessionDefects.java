package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.contentRange;
import static org.bitstck.client.defect.Traffic.is;

import java.util.List;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.FailureRules;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadOptions;

/** A session that the server does not know any more, and how it says so. */
final class LostSessionDefects {
  private LostSessionDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-ERR-001/repeats-the-old-id",
            "When a session with data is lost, the fragment is sent five times with its id.",
            Seam.exchanges((http, options) -> new OldId(http))),
        defect(
                "BITS-CLI-ERR-001/gives-up",
                "A session that is lost ends the upload.",
                Seam.failures(
                    rules ->
                        new RulesFilter(rules) {
                          @Override
                          public boolean sessionLost(Failure failure) {
                            return false;
                          }
                        }))
            .follows("nothing that comes behind a lost session can be seen", "BITS-CLI-ERR-006"),
        defect(
            "BITS-CLI-ERR-001/old-offset",
            "In a new session it goes on at the old offset, and a 416 does not help.",
            OldOffset::new),
        defect(
            "BITS-CLI-ERR-006/bits-error-only",
            "The error header is known as BITS-Error only.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) -> Traffic.without(ack, BitsHeader.ERROR_CODE))),
        defect(
            "BITS-CLI-ERR-006/bits-error-code-only",
            "The error header is known as BITS-Error-Code only.",
            Seam.read(
                PacketType.FRAGMENT, (request, ack) -> Traffic.without(ack, BitsHeader.ERROR))),
        defect(
            "BITS-CLI-ERR-006/with-0x-only",
            "An error value without 0x is not understood.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) -> {
                  String code = ack.header(BitsHeader.ERROR);
                  return code == null || code.startsWith("0x")
                      ? ack
                      : ErrorDefects.withoutError(ack);
                })));
  }

  /** Does not believe that the session is lost. */
  private static final class OldId extends ExchangesFilter {
    private static final int TIMES = 5;

    OldId(Exchanges next) {
      super(next);
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      Answer answer = super.exchange(request, progress, receiver);
      boolean data = is(request, PacketType.FRAGMENT) && contentRange(request)[0] > 0;
      for (int i = 0; i < TIMES && data && Traffic.lost(answer); i++) {
        answer = super.exchange(request, progress, receiver);
      }
      return answer;
    }
  }

  /** Keeps the offset when the session is lost, for good or ill. */
  private static final class OldOffset implements Policies {
    private long old;

    @Override
    public FailureRules failures(FailureRules rules) {
      return rules;
    }

    @Override
    public Exchanges exchanges(Exchanges http, UploadOptions options) {
      return new ExchangesFilter(http) {
        @Override
        Answer read(Request request, Answer answer) throws ExchangeFailure {
          if (is(request, PacketType.FRAGMENT)) {
            if (Traffic.lost(answer)) {
              old = contentRange(request)[0];
            } else if (old > 0 && answer.status() == 416) {
              throw ExchangeFailure.invalid("416 for a fragment that had been acknowledged");
            }
          }
          return answer;
        }
      };
    }

    @Override
    public Steps steps(Steps steps, Parts parts) {
      return new StepsFilter(steps, parts) {
        @Override
        public void create() throws ExchangeFailure, UploadFailure {
          super.create();
          state.acknowledged(old);
        }
      };
    }
  }
}
