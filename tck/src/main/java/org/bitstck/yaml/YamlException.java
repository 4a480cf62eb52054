package org.bitstck.yaml;

import java.util.List;

/**
 * Thrown when a file cannot be taken as what it should be; carries at least one {@link Problem}.
 */
public final class YamlException extends RuntimeException {
  private final transient List<Problem> problems;

  public YamlException(Problem problem) {
    this(List.of(problem));
  }

  public YamlException(List<Problem> problems) {
    super(problems.get(0).render());
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
