package org.bitstck.scenario;

/**
 * A file that a scenario uploads.
 *
 * @param size in bytes; the content is a fixed function of name and offset
 * @param bytes the content itself where the scenario writes it; null otherwise
 */
public record FileSpec(String name, long size, byte[] bytes) {
  /** The file that is meant where no name is given. */
  public static final String MAIN = "file";
}
