package org.bitstck.judge.client;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
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
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerSettings;

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

  /** What a correct request may get as well: credentials are wanted, or another offset is. */
  private static final Set<Integer> NO_REFUSALS = Set.of(401, 407, 416);

  private static final Set<RequestKind> BODILESS =
      EnumSet.of(
          RequestKind.PING,
          RequestKind.CREATE_SESSION,
          RequestKind.CLOSE_SESSION,
          RequestKind.CANCEL_SESSION);

  private Refusal() {}

  /**
   * The first request that is wrong in itself, if the server refused it, or a later one for it. A
   * client that succeeded all the same was not kept from anything.
   *
   * @param success whether the upload succeeded in the end
   */
  static Optional<Recorded> first(Recording recording, boolean success) {
    List<Recorded> requests = recording.requests();
    OptionalInt early = sessionless(requests);
    if (early.isPresent() && hasPoint(recording.scenario())) {
      return Optional.of(requests.get(early.getAsInt()));
    }
    int last = -1;
    for (int i = 0; i < requests.size() && !success; i++) {
      last = isRefused(requests.get(i)) ? i : last;
    }
    RequestTests tests = new RequestTests(recording);
    return IntStream.rangeClosed(0, last)
        .filter(index -> isWrong(tests, requests.get(index), index))
        .mapToObj(requests::get)
        .findFirst();
  }

  /** It is about something else than a plain upload. */
  private static boolean hasPoint(ClientScenario scenario) {
    return !scenario.script().isEmpty()
        || !scenario.caller().isEmpty()
        || !scenario.server().equals(ServerSettings.USUAL);
  }

  /** Something of a session before any was asked for: what the kit does to it is done in vain. */
  private static OptionalInt sessionless(List<Recorded> requests) {
    return IntStream.range(0, requests.size())
        .takeWhile(index -> requests.get(index).kind() != RequestKind.CREATE_SESSION)
        .filter(index -> requests.get(index).kind() == RequestKind.FRAGMENT)
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
    return response.status() >= 400 && !NO_REFUSALS.contains(response.status()) && !scripted;
  }

  private static boolean isWrong(RequestTests tests, Recorded request, int index) {
    return FORMS.stream().anyMatch(form -> tests.fit(form, index).isWrong())
        || (BODILESS.contains(request.kind()) && tests.fit(Form.EMPTY, index).isWrong())
        || isWrongFor(tests, request, index)
        || isCoded(request)
        || Lengths.isNoRequest(request);
  }

  /** The kit's server takes identity only. */
  private static boolean isCoded(Recorded request) {
    return request.exchange().request().headers().all("Content-Encoding").stream()
        .anyMatch(coding -> !coding.equalsIgnoreCase("identity"));
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
