package org.bitstck.judge.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientClause.Form;
import org.bitstck.scenario.client.ClientClause.RequestTest;
import org.bitstck.scenario.client.ClientClause.SessionIs;
import org.bitstck.scenario.client.RequestKind;

/**
 * A request that the kit's server did not take, not because a scenario says so but because the
 * request is wrong in itself. The rules say so; that the upload fails then is their consequence,
 * and proves nothing of what a scenario is about.
 */
final class Refusal {
  private static final Set<Form> FORMS =
      EnumSet.of(
          Form.TARGET_AS_GIVEN,
          Form.METHOD,
          Form.VERSION,
          Form.KNOWN_TYPE,
          Form.CONTENT_LENGTH,
          Form.WHOLE,
          Form.RANGE,
          Form.BODY_OF_FILE,
          Form.SAME_TOTAL,
          Form.SHORT_VALUES);

  private static final Set<RequestKind> BODILESS =
      EnumSet.of(
          RequestKind.PING,
          RequestKind.CREATE_SESSION,
          RequestKind.CLOSE_SESSION,
          RequestKind.CANCEL_SESSION);

  private Refusal() {}

  /** The first such request. */
  static Optional<Recorded> first(Recording recording) {
    List<Recorded> requests = recording.requests();
    RequestTests tests = new RequestTests(recording);
    return IntStream.range(0, requests.size())
        .filter(index -> isRefused(requests.get(index)))
        .filter(index -> isWrong(tests, requests.get(index), index))
        .mapToObj(requests::get)
        .findFirst();
  }

  /** The kit's server refused it on its own account, or could not read it. */
  private static boolean isRefused(Recorded request) {
    Response response = request.exchange().response();
    if (response == null) {
      return !request.whole();
    }
    boolean scripted =
        request.deviation() != null
            && request.deviation().ack() != null
            && request.deviation().ack().status() != 0;
    return response.status() >= 400 && !scripted;
  }

  private static boolean isWrong(RequestTests tests, Recorded request, int index) {
    return FORMS.stream().anyMatch(form -> tests.fit(form, index).isWrong())
        || (BODILESS.contains(request.kind()) && tests.fit(Form.EMPTY, index).isWrong())
        || isWrongFor(tests, request, index)
        || Lengths.isNoRequest(request);
  }

  private static boolean isWrongFor(RequestTests tests, Recorded request, int index) {
    RequestTest session =
        switch (request.kind()) {
          case FRAGMENT, CLOSE_SESSION, CANCEL_SESSION -> new SessionIs(SessionIs.Kind.CURRENT);
          case PING -> new SessionIs(SessionIs.Kind.CURRENT_IF_PRESENT);
          default -> null;
        };
    if (session != null) {
      return tests.fit(session, index).isWrong();
    }
    return request.kind() == RequestKind.CREATE_SESSION
        && request.exchange().request().headers().all(Bits.SUPPORTED_PROTOCOLS).stream()
            .noneMatch(list -> list.toLowerCase(Locale.ROOT).contains(Bits.PROTOCOL_GUID));
  }

  /** Whether what is wrong came all before the refusal, so that it is no consequence. */
  static boolean isLaterThan(Fit wrong, Recorded refused) {
    int number = refused.exchange().number();
    return !wrong.exchanges().isEmpty()
        && wrong.exchanges().stream().allMatch(exchange -> exchange < number);
  }
}
