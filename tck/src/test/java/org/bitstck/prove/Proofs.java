package org.bitstck.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bitstck.judge.Verdict;
import org.bitstck.prove.Accusation.Check;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.library.Library;

/** Proofs as tests need them, put together by hand. */
public final class Proofs {
  public static final Catalogue CATALOGUE = Library.bundled().catalogue();

  /** A MUST. */
  public static final String GAP = "BITS-SRV-FRAGMENT-005";

  /** Another MUST. */
  public static final String PING = "BITS-SRV-PING-001";

  /** A SHOULD. */
  public static final String PING_ID = "BITS-SRV-PING-003";

  private Proofs() {}

  /** A defect of the server that breaks a requirement in interop. */
  public static Defect defect(String requirement, String... follows) {
    return new Defect(
        requirement + "/wrong",
        requirement,
        Peer.SERVER,
        "It is wrong about | " + requirement + ".",
        Set.of(follows),
        follows.length == 0 ? "" : "that follows",
        Profile.INTEROP);
  }

  /** A run with these verdicts, requirement and verdict in turn. */
  public static Heard heard(Object... verdicts) {
    Map<String, Verdict> byRequirement = new TreeMap<>();
    Map<String, Accusation> accusations = new TreeMap<>();
    Map<Verdict, Integer> checks = new EnumMap<>(Verdict.class);
    List<String> kitErrors = new ArrayList<>();
    for (int i = 0; i < verdicts.length; i += 2) {
      String requirement = (String) verdicts[i];
      Verdict verdict = (Verdict) verdicts[i + 1];
      byRequirement.put(requirement, verdict);
      checks.merge(verdict, 1, Integer::sum);
      if (verdict == Verdict.KIT_ERROR) {
        kitErrors.add(requirement);
      }
      if (Set.of(Verdict.FAIL, Verdict.WARN, Verdict.INFO).contains(verdict)) {
        accusations.put(
            requirement,
            new Accusation(
                requirement,
                CATALOGUE.find(requirement).orElseThrow().level(Profile.INTEROP),
                verdict,
                List.of(new Check("topic/" + requirement, "status 200", "400 Bad Request"))));
      }
    }
    return new Heard(accusations, byRequirement, Map.of(), checks, kitErrors, 370, 1234);
  }

  /** What a clean run of a server says. */
  public static Control control() {
    return new Control(
        "server",
        Peer.SERVER,
        Profile.INTEROP,
        heard(GAP, Verdict.PASS, PING, Verdict.PASS, PING_ID, Verdict.PASS),
        null);
  }

  public static Proof of(Trial... trials) {
    return of(control(), trials);
  }

  public static Proof of(Control control, Trial... trials) {
    return Proof.of(
        new Prover.Outcome(List.of(control), List.of(trials)),
        CATALOGUE,
        Set.of(Peer.SERVER),
        Set.of(GAP, PING, PING_ID)::contains,
        true,
        Instant.parse("2026-11-22T10:00:00Z"),
        Duration.ofSeconds(100));
  }

  /** All three requirements kill a defect of their own. */
  public static Proof good() {
    return of(
        trial(defect(GAP), GAP, Verdict.FAIL),
        trial(defect(PING), PING, Verdict.FAIL),
        trial(defect(PING_ID), PING_ID, Verdict.WARN));
  }

  /** One of each fate. */
  public static Proof bad() {
    return of(
        trial(defect(GAP), GAP, Verdict.FAIL, PING, Verdict.FAIL),
        trial(defect(PING), GAP, Verdict.FAIL),
        Trial.unplayed(defect(PING_ID), "it does not start \u001B[31m"),
        trial(
            new Defect(
                GAP + "/unseen",
                GAP,
                Peer.SERVER,
                "It is wrong where nobody looks.",
                Set.of(),
                "nobody looks there",
                Profile.INTEROP)));
  }

  public static Trial trial(Defect defect, Object... verdicts) {
    return Trial.of(defect, heard(verdicts), control().heard());
  }
}
