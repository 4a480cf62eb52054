package org.bitstck.server.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which word was meant. */
public final class Suggestion {
  private static final int NEAR = 3;

  private Suggestion() {}

  /** The nearest right word, whatever its distance. */
  public static Optional<String> nearest(String word, Collection<String> right) {
    return right.stream().min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** The end of a message about a wrong word: the nearest right one, or all of them. */
  static String of(String word, Collection<String> right) {
    return right.stream()
        .filter(candidate -> distance(word, candidate) <= NEAR)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .map(candidate -> " (did you mean '" + candidate + "'?)")
        .orElseGet(() -> " (known: " + String.join(", ", right.stream().sorted().toList()) + ")");
  }

  /** How many letters have to be changed (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
