package org.bitstck.scenario;

import java.util.Optional;
import java.util.function.Function;

/**
 * A file that a scenario uploads.
 *
 * @param amount its size in bytes; the content is a fixed function of name and offset
 * @param bytes the content itself where the scenario writes it; null otherwise
 */
public record FileSpec(String name, Amount amount, byte[] bytes) {
  /** The file that is meant where no name is given. */
  public static final String MAIN = "file";

  /**
   * One whose size is known.
   *
   * @param size in bytes
   */
  public FileSpec(String name, long size, byte[] bytes) {
    this(name, Amount.of(size), bytes);
  }

  /** The same with its size known: what it owes to a setting is filled in. */
  public FileSpec in(Function<String, Optional<String>> settings) {
    return new FileSpec(name, amount.in(settings), bytes);
  }

  /**
   * In bytes.
   *
   * @throws IllegalStateException if it depends on a setting
   */
  public long size() {
    return amount.in(setting -> Optional.empty());
  }
}
