package org.bitstck.server.defect.application;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bitstck.server.application.ApplicationPolicies;

/**
 * A mistake that the application can be told to have, so that a test kit can be tested: does it
 * find this one, and blame it on the right requirement?
 *
 * @param id of the requirement that is broken, a slash, and a word for this way to break it
 * @param sentence what is wrong, for people
 * @param follows other requirements that are broken by it of necessity
 * @param change makes the mistake
 */
public record ApplicationDefect(
    String id, String sentence, List<String> follows, UnaryOperator<ApplicationPolicies> change) {

  static ApplicationDefect of(
      String id, String sentence, UnaryOperator<ApplicationPolicies> change) {
    return new ApplicationDefect(id, sentence, List.of(), change);
  }

  /** The requirement that is broken. */
  public String requirement() {
    return id.substring(0, id.indexOf('/'));
  }

  /** An application like that one, with this mistake. */
  public ApplicationPolicies in(ApplicationPolicies policies) {
    return change.apply(policies);
  }

  /**
   * As a JSON object in one line. Ids and sentences have nothing in them that JSON would escape.
   */
  String json() {
    return "{\"id\":\""
        + id
        + "\",\"requirement\":\""
        + requirement()
        + "\",\"role\":\"server-application\",\"sentence\":\""
        + sentence
        + "\",\"follows\":["
        + follows.stream().map(other -> '"' + other + '"').collect(Collectors.joining(","))
        + "]}";
  }
}
