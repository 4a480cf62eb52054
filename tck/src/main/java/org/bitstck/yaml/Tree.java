package org.bitstck.yaml;

import java.util.List;

/** A document as it is written: what stands where, and nothing of what it means. */
sealed interface Tree {
  /** Of its first character, from 1. */
  int line();

  /** Of its first character, from 1. */
  int column();

  /** Whether it has variables, somewhere. */
  boolean open();

  /**
   * A text.
   *
   * @param plain without quotes or any other sign that it is a text
   */
  record Scalar(int line, int column, String text, boolean plain, boolean open) implements Tree {}

  record Sequence(int line, int column, List<Tree> items, boolean open) implements Tree {
    Sequence(int line, int column, List<Tree> items) {
      this(line, column, items, anyOpen(items));
    }

    private static boolean anyOpen(List<Tree> items) {
      for (Tree item : items) {
        if (item.open()) {
          return true;
        }
      }
      return false;
    }
  }

  record Mapping(int line, int column, List<Entry> entries, boolean open) implements Tree {
    Mapping(int line, int column, List<Entry> entries) {
      this(line, column, entries, anyOpen(entries));
    }

    private static boolean anyOpen(List<Entry> entries) {
      for (Entry entry : entries) {
        if (entry.key().open() || entry.value().open()) {
          return true;
        }
      }
      return false;
    }
  }

  /** What stands before and behind a colon. */
  record Entry(Tree key, Tree value) {}
}
