package org.bitstck.server.defect.application;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All mistakes that the application can be told to have. */
public final class ApplicationDefects {
  private ApplicationDefects() {}

  /** In the order of their requirements. */
  public static List<ApplicationDefect> all() {
    return Stream.of(RequestDefects.all(), ResponseDefects.all(), ConductDefects.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Finds one.
   *
   * @param name an id, or a requirement, of which the first defect is meant
   */
  public static Optional<ApplicationDefect> find(String name) {
    return all().stream()
        .filter(defect -> defect.id().equals(name) || defect.requirement().equals(name))
        .findFirst();
  }

  /** One JSON object per line. */
  public static List<String> jsonLines() {
    return all().stream().map(ApplicationDefect::json).toList();
  }
}
