package org.bitstck.applications.wrong;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitstck.applications.PlainApplication;

/**
 * A server application with one fault, and what has to be said of it under {@code interop}.
 *
 * @param name the fault in words
 * @param make makes the application, not started yet
 * @param failures requirements that have to FAIL, no more and no less
 * @param warnings requirements that have to get a WARN, no more and no less
 */
public record WrongApplication(
    String name, Supplier<PlainApplication> make, Set<String> failures, Set<String> warnings) {

  /** All of them. */
  public static List<WrongApplication> all() {
    return Stream.of(RequestFaults.all(), ResponseFaults.all(), ConductFaults.all())
        .flatMap(List::stream)
        .toList();
  }

  static WrongApplication failing(
      String requirement, String name, Supplier<PlainApplication> make) {
    return new WrongApplication(name, make, Set.of(requirement), Set.of());
  }

  static WrongApplication warned(String requirement, String name, Supplier<PlainApplication> make) {
    return new WrongApplication(name, make, Set.of(), Set.of(requirement));
  }

  @Override
  public String toString() {
    return name;
  }
}
