package org.bitstck.judge.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.Verdict;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.StepRecord;
import org.bitstck.play.server.StoredFile;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Step;

/**
 * Judges what happened in a scenario, one finding per requirement.
 *
 * <p>Behind a broken MUST or a set-up step that failed, nothing counts: neither a pass, whose
 * positive twin is missing, nor a failure, which may be a consequence.
 */
public final class ScenarioJudge {
  private final Catalogue catalogue;
  private final Profile profile;

  public ScenarioJudge(Catalogue catalogue, Profile profile) {
    this.catalogue = catalogue;
    this.profile = profile;
  }

  /** The findings of a scenario that was played, at most one per requirement. */
  public List<Finding> judge(Played played) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    String blocked = null;
    for (Step step : played.scenario().steps()) {
      StepRecord record = played.record(step);
      String failed = null;
      for (Expectation expectation : step.expectations()) {
        if (expectation.legal(profile).isEmpty() || isNeedless(played, record)) {
          continue;
        }
        Finding finding =
            blocked != null || record == null || isMoot(played, step)
                ? finding(
                    played,
                    expectation,
                    Verdict.BLOCKED,
                    "not tested: " + (blocked != null ? blocked : reason(played)),
                    List.of())
                : judge(played, record, expectation);
        if (finding.verdict() != Verdict.BLOCKED
            || !isSettled(findings.get(expectation.requirement()))) {
          findings.merge(expectation.requirement(), finding, Finding::worse);
        }
        if (finding.verdict() == Verdict.FAIL) {
          failed =
              expectation.requirement()
                  + " failed before, at "
                  + step.label()
                  + " ("
                  + step.at()
                  + ")";
        }
      }
      if (blocked == null) {
        blocked = failed != null ? failed : stoppedHere(played, step);
      }
    }
    return List.copyOf(findings.values());
  }

  /** All requirements of a scenario that was not played, with the reason. */
  public List<Finding> notPlayed(ServerScenario scenario, Verdict verdict, String reason) {
    Played nothing =
        new Played(scenario, List.of(), null, Map.of(), false, java.time.Duration.ZERO);
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Step step : scenario.steps()) {
      for (Expectation expectation : step.expectations()) {
        if (!expectation.legal(profile).isEmpty()) {
          findings.putIfAbsent(
              expectation.requirement(), finding(nothing, expectation, verdict, reason, List.of()));
        }
      }
    }
    return List.copyOf(findings.values());
  }

  /** What was found wanting, and cannot come off worse by what could not be tested any more. */
  private static boolean isSettled(Finding before) {
    if (before == null || before.level().isMust()) {
      return false;
    }
    return before.verdict() == (before.level().isShould() ? Verdict.WARN : Verdict.INFO);
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
      Exchange look = record.exchanges().isEmpty() ? null : record.exchanges().get(0);
      Observation seen =
          new Observation(
              look,
              record.stored(),
              null,
              played.files(),
              List.of(),
              record.directory().settings(),
              record.filled(),
              List.of());
      if (record.stored().state() == StoredFile.State.UNKNOWN) {
        return finding(
            played,
            expectation,
            Verdict.BLOCKED,
            "not tested: the stored file could not be looked at: " + record.stored().how(),
            record.exchanges());
      }
      return finding(
          played, expectation, Outcome.of(expectation, profile, seen), record.exchanges());
    }
    if (record.notifications() != null) {
      Observation seen =
          new Observation(
              null,
              null,
              record.notifications(),
              played.files(),
              List.of(),
              record.directory().settings(),
              record.filled(),
              played.exchanges());
      return finding(
          played, expectation, Outcome.of(expectation, profile, seen), looks(played, record));
    }
    if (record.exchanges().isEmpty()) {
      return finding(
          played, expectation, Verdict.BLOCKED, "not tested: " + reason(played), List.of());
    }
    Finding worst = null;
    for (Exchange exchange : record.exchanges()) {
      Observation seen =
          new Observation(
              exchange,
              null,
              null,
              played.files(),
              givenSessions(played, exchange),
              record.directory().settings(),
              record.filled(),
              played.exchanges());
      Finding finding =
          finding(played, expectation, Outcome.of(expectation, profile, seen), List.of(exchange));
      worst = worst == null ? finding : Finding.worse(worst, finding);
    }
    return worst;
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

  /** Ids that the other CREATE-SESSION Acks of the scenario gave. */
  private static List<String> givenSessions(Played played, Exchange than) {
    List<String> ids = new ArrayList<>();
    for (StepRecord record : played.steps()) {
      if (record.step() instanceof RequestStep step
          && step.kind().filter(PacketKind.CREATE_SESSION::equals).isPresent()) {
        for (Exchange exchange : record.exchanges()) {
          if (exchange != than && exchange.response() != null) {
            AckReading.sessionId(exchange.response()).ifPresent(ids::add);
          }
        }
      }
    }
    return ids;
  }

  private Finding finding(
      Played played, Expectation expectation, Outcome outcome, List<Exchange> about) {
    Level level = requirement(expectation).level(profile);
    return finding(played, expectation, outcome.verdict(level), outcome.observed(), about);
  }

  private Finding finding(
      Played played,
      Expectation expectation,
      Verdict verdict,
      String observed,
      List<Exchange> about) {
    Requirement requirement = requirement(expectation);
    ServerScenario scenario = played.scenario();
    return new Finding(
        requirement,
        requirement.level(profile),
        scenario.topic(),
        scenario.name(),
        scenario.title(),
        verdict,
        expectation.describe(profile),
        observed,
        expectation.at(),
        about.stream().map(Exchange::number).toList(),
        verdict == Verdict.PASS ? List.of() : played.evidence(),
        verdict == Verdict.PASS ? List.of() : played.asides(),
        played.duration().toMillis());
  }

  private Requirement requirement(Expectation expectation) {
    return catalogue.find(expectation.requirement()).orElseThrow();
  }
}
