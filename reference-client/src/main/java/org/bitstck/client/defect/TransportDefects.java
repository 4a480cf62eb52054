package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.http.Timers;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState.Phase;

/** What breaks on the way, and what takes too long. */
final class TransportDefects {
  private static final Duration FOR_EVER = Duration.ofMinutes(10);

  private TransportDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-ERR-008/counts-as-sent",
            "A fragment during which the connection breaks counts as sent.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void fragment() throws ExchangeFailure, UploadFailure {
                        long end = state.offset() + parts.sizes().next();
                        try {
                          super.fragment();
                        } catch (ExchangeFailure e) {
                          if (broken(e) && state.host() == null) {
                            state.acknowledged(end);
                            state.goTo(end == state.size() ? Phase.CLOSE : Phase.FRAGMENT);
                          }
                          throw e;
                        }
                      }
                    })),
        defect(
            "BITS-CLI-ERR-008/forgets-the-session",
            "When the connection breaks during a fragment the session is forgotten.",
            Seam.steps(
                (steps, parts) -> new Forgetful(steps, parts, ExchangeFailure.Kind.TRANSPORT))),
        defect(
            "BITS-CLI-ERR-008/told-as-invalid",
            "A broken connection is told as an invalid answer.",
            toldOfTransport(
                failure ->
                    new Outcome(
                        Outcome.Kind.FAILED,
                        new Failure(
                            Failure.Cause.INVALID_ANSWER, null, false, failure.message())))),
        defect(
                "BITS-CLI-ERR-008/told-as-success",
                "A broken connection is told as success.",
                toldOfTransport(failure -> new Outcome(Outcome.Kind.SUCCESS, null)))
            .follows("success is told of what was not closed", "BITS-CLI-CLOSE-001"),
        defect(
            "BITS-CLI-TIMER-001/no-limit",
            "Sending has no limit but ten minutes.",
            Seam.options(
                wanted -> {
                  Timers timers = wanted.timers();
                  return wanted.withTimers(new Timers(FOR_EVER, timers.answer(), timers.idle()));
                })),
        defect(
            "BITS-CLI-TIMER-002/no-limit",
            "Waiting for an Ack has no limit but ten minutes.",
            patient(Traffic::isPacket)),
        defect(
            "BITS-CLI-TIMER-002/forgets-the-session",
            "When the Ack of a fragment does not come in time the session is forgotten.",
            Seam.steps(
                (steps, parts) -> new Forgetful(steps, parts, ExchangeFailure.Kind.TIMEOUT))));
  }

  private static boolean broken(ExchangeFailure failure) {
    return failure.kind() == ExchangeFailure.Kind.TRANSPORT;
  }

  private interface Told {
    Outcome of(Failure failure);
  }

  private static Supplier<Policies> toldOfTransport(Told told) {
    return Seam.told(
        outcome ->
            outcome.kind() == Outcome.Kind.FAILED
                    && outcome.failure().cause() == Failure.Cause.TRANSPORT
                ? told.of(outcome.failure())
                : outcome);
  }

  /** Some requests are waited for without much of a limit. */
  static Supplier<Policies> patient(Predicate<Request> which) {
    return Seam.exchanges((http, options) -> new Patient(http, options, which));
  }

  private static final class Patient extends SecondClient {
    private final Predicate<Request> which;

    Patient(Exchanges next, UploadOptions options, Predicate<Request> which) {
      super(next, options, FOR_EVER);
      this.which = which;
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      return which.test(request)
          ? second.exchange(request, progress, receiver)
          : super.exchange(request, progress, receiver);
    }
  }

  /** Loses the session with a fragment. */
  private static final class Forgetful extends StepsFilter {
    private final ExchangeFailure.Kind at;

    Forgetful(Steps next, Parts parts, ExchangeFailure.Kind at) {
      super(next, parts);
      this.at = at;
    }

    @Override
    public void fragment() throws ExchangeFailure, UploadFailure {
      try {
        super.fragment();
      } catch (ExchangeFailure e) {
        if (e.kind() == at && state.host() == null) {
          state.forgetSession();
        }
        throw e;
      }
    }
  }
}
