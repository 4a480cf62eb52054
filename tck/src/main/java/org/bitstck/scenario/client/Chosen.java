package org.bitstck.scenario.client;

import java.util.Set;

/**
 * Which recorded requests a clause speaks of.
 *
 * @param kinds empty means any
 * @param after only what came behind the first request that this trigger means; null means all
 * @param from the first of them, counted from 1
 * @param to the last of them, inclusive
 * @param required it is a mismatch if there is none
 * @param completing only FRAGMENTs that carry the last byte of the file
 * @param host only requests that came to this host
 */
public record Chosen(
    Set<RequestKind> kinds,
    Trigger after,
    int from,
    int to,
    boolean required,
    boolean completing,
    Trigger.Host host) {

  /** Whatever bytes they carry, and whichever host they came to. */
  public Chosen(Set<RequestKind> kinds, Trigger after, int from, int to, boolean required) {
    this(kinds, after, from, to, required, false, Trigger.Host.ANY);
  }

  /** Those that a trigger means, which have to come. */
  public static Chosen the(Trigger meant, Trigger after) {
    return new Chosen(
        meant.kinds(), after, meant.from(), meant.to(), true, meant.completing(), meant.host());
  }

  /** The requests from which {@code from} and {@code to} choose, as a trigger. */
  public Trigger among() {
    return new Trigger(kinds, from, to, completing, host);
  }
}
