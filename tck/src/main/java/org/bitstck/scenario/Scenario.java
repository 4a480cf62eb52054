package org.bitstck.scenario;

import java.util.Set;

/** What is played with a subject of some role, and what is legal in it. */
public interface Scenario {
  /** A part of the protocol: {@code fragment/ranges}. */
  String topic();

  /** Within the topic; for one row of a table with the row's name in brackets. */
  String name();

  /** What is tested, in plain words. */
  String title();

  Set<String> tags();

  /** Capabilities that the subject has to declare. */
  Set<String> needs();

  Place at();

  /** Ids of the requirements that it checks, sorted. */
  Set<String> requirements();

  /** {@code topic/name}: unique in the suite. */
  default String id() {
    return topic() + "/" + name();
  }

  /**
   * True if nothing else may be played meanwhile: the subject itself is ended in it, or a careless
   * one would end the sessions of others.
   */
  boolean needsSubjectAlone();

  /** True if it waits for time to pass. */
  boolean pauses();
}
