package org.bitstck.judge.client;

import java.util.List;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientClause.Carries;
import org.bitstck.scenario.client.ClientClause.Form;
import org.bitstck.scenario.client.ClientClause.HeaderIs;
import org.bitstck.scenario.client.ClientClause.KindIs;
import org.bitstck.scenario.client.ClientClause.RequestTest;
import org.bitstck.scenario.client.ClientClause.SentTo;
import org.bitstck.scenario.client.ClientClause.SessionIs;
import org.bitstck.scenario.client.ClientClause.SmallerThanBefore;
import org.bitstck.scenario.client.ClientClause.StartsAt;
import org.bitstck.scenario.client.Trigger;

/** Tests single requests of a recording. */
final class RequestTests {
  private final Recording recording;
  private final AskedOffsets asked;

  RequestTests(Recording recording) {
    this.recording = recording;
    this.asked = new AskedOffsets(recording.requests(), recording.file().size());
  }

  /** How it stands with the request of this index. */
  Fit fit(RequestTest test, int index) {
    Recorded request = recording.requests().get(index);
    if (test instanceof KindIs is) {
      return Tests.unless(is.kinds().contains(request.kind()), request, "where " + instead(is));
    }
    if (test instanceof StartsAt is) {
      return fragment(index).startsAt(is.offset());
    }
    if (test instanceof Carries is) {
      return fragment(index).carries(is.least(), is.most());
    }
    if (test instanceof SmallerThanBefore) {
      return fragment(index).smallerThanBefore();
    }
    if (test instanceof SessionIs is) {
      return session(is.kind(), index);
    }
    if (test instanceof HeaderIs is) {
      if (Lengths.isNoRequest(request)) {
        return Fit.unknown("it is no request");
      }
      List<String> values = request.exchange().request().headers().all(is.name());
      return Tests.unless(
          is.test().passes(values), request, is.name() + ": " + shown(is.name(), values));
    }
    if (test instanceof SentTo to) {
      boolean right = to.host() == Trigger.Host.ANY || to.host() == request.host();
      return Tests.unless(right, request, "sent to " + host(request));
    }
    if (test instanceof Form form) {
      return form(form, index);
    }
    throw new IllegalStateException("no judgement for " + test);
  }

  private static String instead(KindIs is) {
    return is.describe().replace("the request is ", "") + " was to come";
  }

  private static String host(Recorded request) {
    return request.exchange().request().headers().first("Host").orElse("a host without name")
        + (request.host() == Trigger.Host.ALTERNATE ? " (the alternate host)" : "");
  }

  private static String shown(String name, List<String> values) {
    Header header = new Header(name, "");
    boolean secret = header.is("Authorization") || header.is("Proxy-Authorization");
    return secret && !values.isEmpty() ? "(not shown)" : Tests.quoted(values);
  }

  private Fit session(SessionIs.Kind kind, int index) {
    Recorded request = recording.requests().get(index);
    List<String> ids = request.exchange().request().headers().all(Bits.SESSION_ID);
    String words = Bits.SESSION_ID + ": " + Tests.quoted(ids);
    if (kind == SessionIs.Kind.ABSENT) {
      return Tests.unless(ids.isEmpty(), request, words);
    }
    if (ids.isEmpty() && kind == SessionIs.Kind.CURRENT_IF_PRESENT) {
      return Fit.unknown("it has no " + Bits.SESSION_ID);
    }
    GivenSessions given = GivenSessions.before(recording.requests(), index);
    if (given.isNone()) {
      return Fit.unreached("no session id was given before " + Words.name(request));
    }
    return Tests.unless(
        ids.size() == 1 && given.holds(ids.get(0)),
        request,
        words + (given.newest() == null ? "" : " where '" + given.newest() + "' was given"));
  }

  private FragmentForms fragment(int index) {
    return new FragmentForms(recording, index);
  }

  private Fit form(Form form, int index) {
    Recorded request = recording.requests().get(index);
    return switch (form) {
      case TARGET_AS_GIVEN -> RequestForms.target(recording, request);
      case METHOD -> RequestForms.method(request);
      case VERSION -> RequestForms.version(request);
      case KNOWN_TYPE -> RequestForms.knownType(request);
      case CONTENT_LENGTH -> Lengths.contentLength(recording, index);
      case EMPTY -> RequestForms.empty(request);
      case BODY_OF_FILE -> fragment(index).bodyOfFile();
      case RANGE -> fragment(index).range();
      case GET_RANGE -> RequestForms.getRange(request);
      case STARTS_WHERE_ASKED -> fragment(index).startsWhereAsked(asked);
      case SHORT_VALUES -> RequestForms.shortValues(request);
      case SAME_CONTENT_NAME -> RequestForms.sameContentName(recording.requests(), index);
      case SAME_TOTAL -> fragment(index).sameTotal();
      case WHOLE -> Lengths.whole(recording, index);
    };
  }
}
