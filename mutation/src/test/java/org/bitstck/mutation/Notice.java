package org.bitstck.mutation;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.engine.RunListener;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Scenario;

/**
 * Runs the suite until something is noticed, for that is all that has to be known of a mutant: at
 * first anything; when it is played again, what was noticed before.
 */
final class Notice implements RunListener {
  /** An error of the kit's own is no merit of a scenario. */
  private static final Set<Verdict> NOTICED =
      EnumSet.of(Verdict.FAIL, Verdict.SUBJECT_ERROR, Verdict.BLOCKED, Verdict.WARN);

  private final Profile profile;
  private final Set<String> before;
  private final Set<String> started = ConcurrentHashMap.newKeySet();
  private final Set<String> noticed = new TreeSet<>();
  private volatile SubjectRun run;
  private volatile List<? extends Watch> rules = List.of();

  /**
   * @param before what was noticed earlier; empty the first time
   */
  Notice(Profile profile, Set<String> before) {
    this.profile = profile;
    this.before = Set.copyOf(before);
  }

  /** Plays it, to the end if nothing is noticed. */
  void of(SubjectRun aRun) throws SubjectUnreachable {
    run = aRun;
    RunResult result = new Watched(aRun).run(List.of(this));
    if (result.subjectBroken()) {
      notice(result.incomplete().orElse("the subject is broken"));
    }
    rules();
  }

  /** The rules have their say while it runs, too. */
  private final class Watched implements SubjectRun {
    private final SubjectRun it;

    Watched(SubjectRun it) {
      this.it = it;
    }

    @Override
    public org.bitstck.engine.Suite open(List<RunListener> listeners) throws SubjectUnreachable {
      org.bitstck.engine.Suite suite = it.open(listeners);
      rules = suite.rules();
      return suite;
    }

    @Override
    public void cancel() {
      it.cancel();
    }

    @Override
    public RunResult result() {
      return it.result();
    }
  }

  /** All that was noticed. */
  synchronized Set<String> all() {
    return Set.copyOf(noticed);
  }

  /** One of those that were noticed before. */
  synchronized Optional<String> again() {
    return noticed.stream().filter(before::contains).findFirst();
  }

  @Override
  public void scenarioStarted(Scenario scenario) {
    started.add(scenario.id());
  }

  @Override
  public void scenarioFinished(Scenario scenario, List<Finding> findings) {
    // what is skipped says nothing of the peer: mostly the run was ended
    if (started.contains(scenario.id())) {
      findings.forEach(this::look);
      rules();
    }
  }

  private void rules() {
    for (Watch rule : rules) {
      Finding finding = rule.finding();
      if (finding != null) {
        look(finding);
      }
    }
  }

  private void look(Finding finding) {
    if (NOTICED.contains(finding.verdict()) || isNews(finding)) {
      notice(finding.verdict() + " " + finding.requirement().id());
    }
  }

  /** What is left to a peer is told of the reference peers, too, but not in this profile. */
  private boolean isNews(Finding finding) {
    return finding.verdict() == Verdict.INFO && profile == Profile.INTEROP;
  }

  private synchronized void notice(String what) {
    noticed.add(what);
    if (before.isEmpty() || before.contains(what)) {
      run.cancel();
    }
  }
}
