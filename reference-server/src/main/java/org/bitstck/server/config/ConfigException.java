package org.bitstck.server.config;

import java.util.List;

/** A configuration that cannot be used. */
public final class ConfigException extends Exception {
  private final transient List<String> problems;

  /**
   * @param problems each with file, line and column as far as they are known; not empty
   */
  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  public List<String> problems() {
    return problems;
  }
}
