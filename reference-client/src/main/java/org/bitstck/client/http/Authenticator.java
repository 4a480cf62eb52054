package org.bitstck.client.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers 401 and 407 once for each request, and from then on sends the credentials without being
 * asked. A host that has not asked gets none. Source: RFC 9110 11.
 */
final class Authenticator {
  private static final int UNAUTHORIZED = 401;
  private static final int PROXY = 407;

  private Credentials credentials;
  private final Map<String, Scheme> origins = new HashMap<>();
  private final Map<String, Scheme> proxies = new HashMap<>();

  private interface Scheme {
    String authorization(Credentials who, Request request);
  }

  /** Other credentials; null for none. */
  void use(Credentials next) {
    credentials = next;
    origins.clear();
    proxies.clear();
  }

  void authorize(Request request) {
    String place = request.destination().authority();
    set(request, "Authorization", origins.get(place));
    set(request, "Proxy-Authorization", proxies.get(place));
  }

  private void set(Request request, String name, Scheme scheme) {
    if (scheme == null) {
      request.headers().remove(name);
    } else {
      request.headers().put(name, scheme.authorization(credentials, request));
    }
  }

  /**
   * Looks at an answer.
   *
   * @return whether the request should be sent again, with credentials that it did not have
   */
  boolean wantsAgain(Answer answer, Request request) {
    boolean proxy = answer.status() == PROXY;
    if (credentials == null || !proxy && answer.status() != UNAUTHORIZED) {
      return false;
    }
    String place = request.destination().authority();
    Map<String, Scheme> known = proxy ? proxies : origins;
    boolean sent = request.headers().containsKey(proxy ? "Proxy-Authorization" : "Authorization");
    List<Challenge> challenges = new ArrayList<>();
    for (String value : answer.headers(proxy ? "Proxy-Authenticate" : "WWW-Authenticate")) {
      challenges.addAll(Challenge.parse(value));
    }
    if (sent && challenges.stream().noneMatch(Authenticator::stale)) {
      known.remove(place);
      return false;
    }
    Scheme scheme = choose(challenges);
    if (scheme == null) {
      return false;
    }
    known.put(place, scheme);
    return true;
  }

  private static boolean stale(Challenge challenge) {
    return "true".equalsIgnoreCase(challenge.parameters().get("stale"));
  }

  private static Scheme choose(List<Challenge> challenges) {
    for (Challenge challenge : challenges) {
      if (challenge.scheme().equals("digest")) {
        Digest digest = Digest.of(challenge.parameters());
        if (digest != null) {
          return (who, request) ->
              digest.authorization(who, request.method(), request.destination().target());
        }
      }
    }
    boolean basic = challenges.stream().anyMatch(each -> each.scheme().equals("basic"));
    return basic ? (who, request) -> basic(who) : null;
  }

  private static String basic(Credentials who) {
    byte[] pair = (who.user() + ":" + who.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
