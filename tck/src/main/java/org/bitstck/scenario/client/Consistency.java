package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.List;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.GapIs;
import org.bitstck.scenario.client.ClientClause.ReplyIs;
import org.bitstck.scenario.client.ClientClause.RequestIs;
import org.bitstck.scenario.client.ClientClause.SentTo;
import org.bitstck.scenario.client.ServerEvent.Kind;

/** Finds what the parts of a scenario for clients say against each other. */
final class Consistency {
  private static final String NO_OTHER_HOST =
      "there is no alternate host: 'server: {host-id: name}' announces one";

  private Consistency() {}

  /**
   * Looks through a scenario.
   *
   * @throws org.bitstck.yaml.YamlException at what could never come to pass
   */
  static void check(ClientScenario scenario) {
    boolean otherHost = announcesHost(scenario);
    for (Deviation deviation : scenario.script()) {
      if (!otherHost && isElsewhere(deviation.on())) {
        throw deviation.at().problem(NO_OTHER_HOST);
      }
      if (deviation.event().kind() == Kind.CHANGE_REPLY && scenario.server().reply() == null) {
        throw deviation.at().problem("there is no reply to change: 'server: {reply: 1000}'");
      }
      if (deviation.event().kind() == Kind.HOLD
          && deviation.event().value() > scenario.file().size()) {
        throw deviation
            .at()
            .problem("the session cannot hold more than the file's " + scenario.file().size());
      }
    }
    for (CallerAct act : scenario.caller()) {
      if (!otherHost && act.when() != null && isElsewhere(act.when())) {
        throw act.at().problem(NO_OTHER_HOST);
      }
    }
    for (Expectation expectation : scenario.expectations()) {
      for (Clause clause : expectation.conditions()) {
        check(clause, expectation, scenario, otherHost);
      }
    }
  }

  private static void check(
      Clause clause, Expectation expectation, ClientScenario scenario, boolean otherHost) {
    if (clause instanceof ReplyIs && scenario.server().reply() == null) {
      throw expectation.at().problem("there is no reply: 'server: {reply: 1000}' has one");
    }
    boolean elsewhere =
        triggers(clause).stream().anyMatch(Consistency::isElsewhere)
            || clause instanceof RequestIs is
                && is.test() instanceof SentTo to
                && to.host() == Trigger.Host.ALTERNATE;
    if (elsewhere && !otherHost) {
      throw expectation.at().problem(NO_OTHER_HOST);
    }
  }

  private static List<Trigger> triggers(Clause clause) {
    List<Trigger> triggers = new ArrayList<>();
    if (clause instanceof RequestIs is) {
      triggers.add(is.which().among());
      triggers.add(is.which().after());
    } else if (clause instanceof CountIs is) {
      triggers.add(is.which().after());
    } else if (clause instanceof GapIs is) {
      triggers.add(is.after());
    }
    triggers.removeIf(trigger -> trigger == null);
    return triggers;
  }

  private static boolean isElsewhere(Trigger trigger) {
    return trigger.host() == Trigger.Host.ALTERNATE;
  }

  /** In order, or by a header of the script's own. */
  private static boolean announcesHost(ClientScenario scenario) {
    return scenario.server().hostId() != ServerSettings.HostId.NONE
        || scenario.script().stream()
            .flatMap(deviation -> deviation.ack().headers().stream())
            .anyMatch(edit -> edit.name().equalsIgnoreCase("BITS-Host-Id"));
  }
}
