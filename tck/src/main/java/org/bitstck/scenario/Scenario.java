package org.bitstck.scenario;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.yaml.Place;

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

  /** What is legal in it, in the order in which it is judged. */
  List<Expectation> expectations();

  /** Ids of the requirements that it checks, sorted. */
  default Set<String> requirements() {
    Set<String> ids = new TreeSet<>();
    expectations().forEach(expectation -> ids.add(expectation.requirement()));
    return ids;
  }

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
