package org.bitstck.report;

import java.util.ArrayList;
import java.util.List;
import org.bitstck.engine.RunResult;
import org.bitstck.exchange.Exchanges;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Requirement;
import org.bitstck.yaml.Place;

/** Results as long as those of a suite that has grown. */
public final class LargeResults {
  /** Every requirement has one verdict; most pass. */
  private static final List<Verdict> VERDICTS =
      List.of(
          Verdict.FAIL,
          Verdict.PASS,
          Verdict.WARN,
          Verdict.PASS,
          Verdict.BLOCKED,
          Verdict.PASS,
          Verdict.NOT_APPLICABLE);

  private LargeResults() {}

  /** A result with so many checks. */
  public static RunResult of(int checks) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < checks; i++) {
      Requirement requirement = Results.ALL.get(i % Results.ALL.size());
      Verdict verdict = verdict(i % Results.ALL.size());
      findings.add(
          new Finding(
              requirement,
              Level.MUST,
              "topic/" + i % 50,
              "scenario-" + i,
              "what scenario " + i + " is about",
              verdict,
              "status 200",
              "status 500, error 0x80004005",
              Place.nowhere(),
              List.of(1),
              verdict == Verdict.PASS
                  ? List.of()
                  : List.of(Exchanges.answer(500, "BITS-Error: 0x80004005")),
              i % 40));
    }
    return Results.of(findings);
  }

  private static Verdict verdict(int requirement) {
    return VERDICTS.get(requirement % VERDICTS.size());
  }

  /** How many requirements have that verdict. */
  public static int requirements(int checks, Verdict verdict) {
    int count = 0;
    for (int i = 0; i < Math.min(checks, Results.ALL.size()); i++) {
      count += verdict(i) == verdict ? 1 : 0;
    }
    return count;
  }

  /** The id of the first requirement, which fails. */
  public static String first() {
    return Results.ALL.get(0).id();
  }

  /** Id of a requirement that stands far down. */
  public static String last() {
    return Results.ALL.get(Results.ALL.size() - 1).id();
  }
}
