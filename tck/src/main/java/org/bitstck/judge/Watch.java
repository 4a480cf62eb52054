package org.bitstck.judge;

/** An always-on rule that has watched the exchanges of a run. */
public interface Watch {
  /** Unique among the rules. */
  String name();

  /** What it is about, in plain words. */
  String title();

  /** What it found; null if there was nothing that it applies to. */
  Finding finding();
}
