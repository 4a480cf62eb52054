package org.bitstck.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Tested;
import org.bitstck.exchange.Exchanges;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Findings;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Subject;

/** Results as the tests of the reports need them. */
final class Results {
  static final List<Requirement> ALL = Library.bundled().catalogue().of(Peer.SERVER);

  /** What a hostile peer may bring into a report. */
  static final String HOSTILE = "<b>&\"'\u0000\u001B[31m\uD83D]]>\r\n\t\uFFFF";

  private Results() {}

  /** The command line that tests the subject again. */
  static String again(String more) {
    return "bits-tck server http://127.0.0.1:8080/up/ " + more;
  }

  /** One finding of each verdict, each of another requirement. */
  static RunResult oneOfEach() {
    List<Finding> findings = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      findings.add(
          Findings.of(
              ALL.get(findings.size()),
              verdict,
              HOSTILE,
              verdict == Verdict.PASS
                  ? List.of()
                  : List.of(Exchanges.answer(200, "X: " + HOSTILE))));
    }
    return of(findings);
  }

  static RunResult of(List<Finding> findings) {
    return of(Tested.of(Subject.at(URI.create("http://127.0.0.1:8080/up/"))), findings);
  }

  /** Nothing was found about a client, which has no URL. */
  static RunResult ofClient() {
    return of(Tested.client("a client", "./upload"), List.of());
  }

  private static RunResult of(Tested subject, List<Finding> findings) {
    return new RunResult(
        subject,
        Profile.STRICT,
        findings,
        new Tally(ALL, findings),
        Optional.empty(),
        false,
        List.of("knows packet types in upper case only"),
        7,
        6,
        Instant.parse("2026-11-21T02:00:00Z"),
        Duration.ofMillis(1234));
  }
}
