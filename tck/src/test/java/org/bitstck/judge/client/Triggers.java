package org.bitstck.judge.client;

import java.util.Set;
import org.bitstck.scenario.client.Chosen;
import org.bitstck.scenario.client.ClientClause.RequestIs;
import org.bitstck.scenario.client.ClientClause.RequestTest;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;

/** Triggers and choices as scenario files make them. */
final class Triggers {
  private Triggers() {}

  /** {@code fragment: 2}. */
  static Trigger nth(RequestKind kind, int number) {
    return new Trigger(Set.of(kind), number, number, false, Trigger.Host.ANY);
  }

  /** {@code fragment: any}. */
  static Trigger any(RequestKind kind) {
    return new Trigger(Set.of(kind), 1, Integer.MAX_VALUE, false, Trigger.Host.ANY);
  }

  /** {@code fragment: last}. */
  static Trigger completing() {
    return new Trigger(Set.of(RequestKind.FRAGMENT), 1, 1, true, Trigger.Host.ANY);
  }

  /** {@code every: fragment}; without a kind: any. */
  static Chosen every(RequestKind... kinds) {
    return new Chosen(Set.of(kinds), null, 1, Integer.MAX_VALUE, false);
  }

  /** {@code the: {fragment: 2}}. */
  static Chosen the(RequestKind kind, int number) {
    return new Chosen(Set.of(kind), null, number, number, true);
  }

  /** {@code after: {fragment: 2}}. */
  static Chosen after(Trigger trigger) {
    return new Chosen(Set.of(), trigger, 1, 1, true);
  }

  /** {@code each-after: {fragment: 2}}. */
  static Chosen eachAfter(Trigger trigger) {
    return new Chosen(Set.of(), trigger, 1, Integer.MAX_VALUE, false);
  }

  static RequestIs request(Chosen which, RequestTest test) {
    return new RequestIs(which, test);
  }
}
