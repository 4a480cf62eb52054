package org.bitstck.judge.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Checks;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.StepFindings;
import org.bitstck.judge.Verdict;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.StepRecord;
import org.bitstck.play.server.StoredFile;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Step;

/** Judges what happened in a scenario, one finding per requirement. */
public final class ScenarioJudge {
  private final Checks checks;

  public ScenarioJudge(Catalogue catalogue, Profile profile) {
    this.checks = new Checks(catalogue, profile);
  }

  /** The findings of a scenario that was played, at most one per requirement. */
  public List<Finding> judge(Played played) {
    StepFindings findings = new StepFindings();
    for (Step step : played.scenario().steps()) {
      StepRecord record = played.record(step);
      for (Expectation expectation : step.expectations()) {
        if (!checks.include(expectation) || isNeedless(played, record)) {
          continue;
        }
        Finding finding;
        if (findings.blocked() != null) {
          finding = checks.blocked(played, expectation, findings.blocked());
        } else if (record == null || isMoot(played, step)) {
          finding = checks.blocked(played, expectation, reason(played));
        } else {
          finding = judge(played, record, expectation);
        }
        findings.add(finding, step.label(), step.at());
      }
      findings.endOfStep(stoppedHere(played, step));
    }
    return findings.all();
  }

  /** All requirements of a scenario that was not played, with the reason. */
  public List<Finding> notPlayed(ServerScenario scenario, Verdict verdict, String reason) {
    return checks.notPlayed(scenario, verdict, reason);
  }

  /** A {@code resume} behind a complete upload sends nothing, so that there is nothing to judge. */
  private static boolean isNeedless(Played played, StepRecord record) {
    return record != null
        && record.stored() == null
        && record.notifications() == null
        && record.exchanges().isEmpty()
        && (played.stop() == null || played.stop().at() != record.step());
  }

  /** What came in a step in which the kit could not do its part says nothing of the server. */
  private static boolean isMoot(Played played, Step step) {
    return played.stop() != null && played.stop().moot() && played.stop().at() == step;
  }

  private static String reason(Played played) {
    return played.stop() == null
        ? "the scenario ended before"
        : played.stop().reason() + " (" + played.stop().at().at() + ")";
  }

  private static String stoppedHere(Played played, Step step) {
    return played.stop() != null && played.stop().at() == step ? reason(played) : null;
  }

  private Finding judge(Played played, StepRecord record, Expectation expectation) {
    if (record.stored() != null) {
      return judgeStored(played, record, expectation);
    }
    if (record.notifications() != null) {
      Observation seen =
          new Observation(
              null,
              null,
              record.notifications(),
              played.files(),
              Set.of(),
              record.directory().settings(),
              record.filled(),
              played.exchanges());
      return finding(played, expectation, seen, looks(played, record));
    }
    if (record.exchanges().isEmpty()) {
      return checks.blocked(played, expectation, reason(played));
    }
    Finding worst = null;
    List<Exchange> all = played.exchanges();
    Set<String> repeated = repeatedSessions(played);
    for (Exchange exchange : record.exchanges()) {
      Observation seen =
          new Observation(
              exchange,
              null,
              null,
              played.files(),
              repeated,
              record.directory().settings(),
              record.filled(),
              all);
      Finding finding = finding(played, expectation, seen, List.of(exchange));
      worst = worst == null ? finding : Finding.worse(worst, finding);
    }
    return worst;
  }

  private Finding judgeStored(Played played, StepRecord record, Expectation expectation) {
    StoredFile stored = record.stored();
    Exchange look = record.exchanges().isEmpty() ? null : record.exchanges().get(0);
    Observation seen =
        new Observation(
            look,
            stored,
            null,
            played.files(),
            Set.of(),
            record.directory().settings(),
            record.filled(),
            List.of());
    return stored.state() == StoredFile.State.UNKNOWN
        ? checks.blocked(
            played,
            expectation,
            "the stored file could not be looked at: " + stored.how(),
            numbers(record.exchanges()))
        : finding(played, expectation, seen, record.exchanges());
  }

  private Finding finding(
      Played played, Expectation expectation, Observation seen, List<Exchange> about) {
    Outcome outcome = Outcome.of(expectation, checks.profile(), seen);
    return checks.finding(played, expectation, outcome, numbers(about));
  }

  private static List<Integer> numbers(List<Exchange> exchanges) {
    List<Integer> numbers = new ArrayList<>(exchanges.size());
    for (Exchange exchange : exchanges) {
      numbers.add(exchange.number());
    }
    return numbers;
  }

  /** All that had happened when the notifications were looked at. */
  private static List<Exchange> looks(Played played, StepRecord look) {
    List<Exchange> before = new ArrayList<>();
    for (StepRecord record : played.steps()) {
      if (record == look) {
        break;
      }
      before.addAll(record.exchanges());
    }
    look.notifications().forEach(notification -> before.add(notification.exchange()));
    before.sort(Comparator.comparingInt(Exchange::number));
    return before;
  }

  /** Ids that more than one of the scenario's CREATE-SESSION Acks gave. */
  private static Set<String> repeatedSessions(Played played) {
    Set<String> given = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    for (StepRecord record : played.steps()) {
      if (record.step() instanceof RequestStep step
          && step.kind().filter(PacketKind.CREATE_SESSION::equals).isPresent()) {
        for (Exchange exchange : record.exchanges()) {
          if (exchange.response() != null) {
            AckReading.sessionId(exchange.response())
                .filter(id -> !given.add(id))
                .ifPresent(repeated::add);
          }
        }
      }
    }
    return repeated;
  }
}
