package org.bitstck.yaml;

import java.util.List;

/** A document as it is written: what stands where, and nothing of what it means. */
sealed interface Tree {
  /** Of its first character, from 1. */
  int line();

  /** Of its first character, from 1. */
  int column();

  /**
   * A text.
   *
   * @param plain without quotes or any other sign that it is a text
   * @param open it has variables
   */
  record Scalar(int line, int column, String text, boolean plain, boolean open) implements Tree {}

  record Sequence(int line, int column, List<Tree> items) implements Tree {}

  record Mapping(int line, int column, List<Entry> entries) implements Tree {}

  /** What stands before and behind a colon. */
  record Entry(Tree key, Tree value) {}
}
