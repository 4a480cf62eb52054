package org.bitstck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One scenario for the subject of a test, or what stands beside the scenarios: the plain upload
 * that comes first, the rules that have watched all of them, the list of known failures.
 */
public final class BitsScenario {
  private final String id;
  private final String title;
  private final Set<String> requirements;
  private final Consumer<List<String>> play;
  private final List<String> warnings = new ArrayList<>();
  private volatile boolean played;

  /**
   * @param play throws what the test is to throw; is handed a list for warnings
   */
  BitsScenario(String id, String title, Set<String> requirements, Consumer<List<String>> play) {
    this.id = id;
    this.title = title;
    this.requirements = Set.copyOf(requirements);
    this.play = play;
  }

  /** {@code topic/name}: {@code fragment/ranges/gap[200-299]}. */
  public String id() {
    return id;
  }

  /** What a correct subject does, in plain words. */
  public String title() {
    return title;
  }

  /** Ids of the requirements that it checks. */
  public Set<String> requirements() {
    return requirements;
  }

  /**
   * Plays it and judges what the subject did. Warnings become report entries of the test.
   *
   * @throws AssertionError if the subject does not conform, or it could not be tested
   * @throws org.opentest4j.TestAbortedException if the subject does not declare what is needed, or
   *     the failure is a known one
   * @throws IllegalStateException if the kit is at fault
   */
  public void play() {
    played = true;
    play.accept(warnings);
  }

  boolean isPlayed() {
    return played;
  }

  /** Broken SHOULDs and tolerated outcomes, one text each; empty before it was played. */
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** {@code topic/name: title}. */
  @Override
  public String toString() {
    return id + ": " + title;
  }
}
