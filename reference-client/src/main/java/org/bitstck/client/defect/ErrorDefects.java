package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.is;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.protocol.ServerError;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.Policies;

/** What servers refuse, and what the caller gets to know of it. */
final class ErrorDefects {
  private static final String TOO_LARGE = "0x80200020";
  private static final String INVALID_ARGUMENT = "0x80070057";
  private static final String UNSPECIFIED = "0x80004005";

  private ErrorDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-ERR-002/again-and-again",
            "A packet that opens a session or brings data is sent fifty times at 403.",
            Seam.exchanges((http, options) -> new Hopeful(http, 403))),
        defect(
            "BITS-CLI-ERR-002/not-implemented",
            "A packet that opens a session or brings data is sent fifty times at 501.",
            Seam.exchanges((http, options) -> new Hopeful(http, 501))),
        defect(
            "BITS-CLI-ERR-003/as-413",
            "0x80200020 is taken for a 413: fragments shrink.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    hasError(ack, TOO_LARGE) ? withoutError(Traffic.status(ack, 413)) : ack)),
        defect(
            "BITS-CLI-ERR-003/starts-over",
            "0x80070057 is taken for a lost session.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    hasError(ack, INVALID_ARGUMENT) && !context7(ack) ? Traffic.asLost(ack) : ack)),
        defect(
            "BITS-CLI-ERR-004/as-success",
            "A 503 without an error header is told as success.",
            Seam.told(
                outcome ->
                    fails(outcome, error -> error.status() == 503 && error.code() == null)
                        ? new Outcome(Outcome.Kind.SUCCESS, null)
                        : outcome)),
        defect(
            "BITS-CLI-ERR-004/other-status",
            "Every status of an error is told as 500.",
            toldError(error -> new ServerError(500, error.code(), error.context()))),
        defect(
            "BITS-CLI-ERR-005/own-value",
            "Every error value is told as 0x80004005.",
            toldError(
                error ->
                    new ServerError(
                        error.status(),
                        error.code() == null ? null : UNSPECIFIED,
                        error.context()))),
        defect(
            "BITS-CLI-ERR-005/other-context",
            "Every error is told as one of the server.",
            toldError(
                error ->
                    new ServerError(
                        error.status(), error.code(), error.context() == null ? null : "0x5"))),
        defect(
            "BITS-CLI-ERR-007/timeout-is-fatal",
            "A 408 of the server application is not tried again.",
            retrying((failure, usual) -> usual && !ofApplication(failure, 408))),
        defect(
            "BITS-CLI-ERR-007/not-implemented-is-not",
            "A 501 of the server application is tried again.",
            retrying((failure, usual) -> usual || ofApplication(failure, 501))),
        defect(
            "BITS-CLI-ERR-009/portal-page",
            "A page of a portal is taken for the Ack of CLOSE-SESSION.",
            Seam.read(
                PacketType.CLOSE_SESSION,
                (request, ack) ->
                    String.valueOf(ack.header("Content-Type")).startsWith("text/html")
                        ? asAck(ack)
                        : ack)),
        defect(
            "BITS-CLI-ERR-009/any-type",
            "For FRAGMENT and CLOSE-SESSION an answer is an Ack whatever its packet type.",
            Seam.read(
                (request, answer) ->
                    is(request, PacketType.FRAGMENT) || is(request, PacketType.CLOSE_SESSION)
                        ? asAck(answer)
                        : answer)));
  }

  private static Answer asAck(Answer answer) {
    return Traffic.with(answer, BitsHeader.PACKET_TYPE, "Ack");
  }

  private static boolean hasError(Answer ack, String code) {
    return code.equalsIgnoreCase(ack.header(BitsHeader.ERROR))
        || code.equalsIgnoreCase(ack.header(BitsHeader.ERROR_CODE));
  }

  private static boolean context7(Answer ack) {
    return "0x7".equalsIgnoreCase(ack.header(BitsHeader.ERROR_CONTEXT));
  }

  static Answer withoutError(Answer ack) {
    Answer one = Traffic.without(ack, BitsHeader.ERROR);
    return Traffic.without(Traffic.without(one, BitsHeader.ERROR_CODE), BitsHeader.ERROR_CONTEXT);
  }

  private interface What {
    boolean is(ServerError error);
  }

  private static boolean fails(Outcome outcome, What what) {
    return outcome.kind() == Outcome.Kind.FAILED
        && outcome.failure().error() != null
        && what.is(outcome.failure().error());
  }

  private static Supplier<Policies> toldError(UnaryOperator<ServerError> change) {
    return Seam.told(
        outcome -> {
          if (!fails(outcome, error -> true)) {
            return outcome;
          }
          Failure is = outcome.failure();
          ServerError error = change.apply(is.error());
          return new Outcome(
              outcome.kind(), new Failure(is.cause(), error, is.ack(), is.message()));
        });
  }

  private static Supplier<Policies> retrying(BiPredicate<Failure, Boolean> again) {
    return Seam.failures(
        rules ->
            new RulesFilter(rules) {
              @Override
              public boolean retries(Failure failure) {
                return again.test(failure, super.retries(failure));
              }
            });
  }

  private static boolean ofApplication(Failure failure, int status) {
    return failure.error() != null
        && failure.error().fromApplication()
        && failure.error().status() == status;
  }

  /** Sends packets again that were refused for good. */
  private static final class Hopeful extends CredentialDefects.Stubborn {
    Hopeful(Exchanges next, int status) {
      super(next, status, status);
    }

    @Override
    boolean concerns(Request request, Answer answer) {
      boolean data = is(request, PacketType.CREATE_SESSION) || is(request, PacketType.FRAGMENT);
      return data && !context7(answer);
    }
  }
}
