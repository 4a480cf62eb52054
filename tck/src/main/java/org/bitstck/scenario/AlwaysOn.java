package org.bitstck.scenario;

/** A rule that judges whatever it applies to, in every scenario. */
public interface AlwaysOn {
  /** Unique among the rules for one kind of peer. */
  String name();

  /** In plain words. */
  String title();

  /** The requirement and the legal outcomes. */
  Expectation expectation();
}
