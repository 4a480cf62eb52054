package org.bitstck.judge;

import java.util.List;
import org.bitstck.exchange.Exchange;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Requirement;
import org.bitstck.yaml.Place;

/** Findings as tests need them. */
public final class Findings {
  private Findings() {}

  /** A finding in a scenario of the topic {@code a/topic}. */
  public static Finding of(Requirement requirement, Verdict verdict) {
    return of(requirement, verdict, "what came", List.of());
  }

  /** A finding with what came and the exchanges that show it. */
  public static Finding of(
      Requirement requirement, Verdict verdict, String observed, List<Exchange> evidence) {
    return new Finding(
        requirement,
        Level.MUST,
        "a/topic",
        "a-scenario",
        "what it is about",
        verdict,
        "status 200",
        observed,
        Place.nowhere(),
        List.of(1),
        evidence,
        12);
  }
}
