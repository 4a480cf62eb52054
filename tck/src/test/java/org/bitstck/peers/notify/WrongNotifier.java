package org.bitstck.peers.notify;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.bitstck.requirement.Profile;

/**
 * A server with one fault in what it does with its application, and what has to be said of it.
 *
 * @param name the fault in words
 * @param make makes the server, not started yet
 * @param failures requirements that have to FAIL, no more and no less, each with the reason
 * @param warnings requirements that have to get a WARN, no more and no less
 * @param silent true if the kit has to wait for it in vain
 */
public record WrongNotifier(
    String name,
    Supplier<NotifyingServer> make,
    Map<String, String> failures,
    Set<String> warnings,
    Profile profile,
    boolean silent) {

  /**
   * A server whose fault is what the requirements speak of.
   *
   * @param broken ids of requirements
   */
  static WrongNotifier server(String name, Supplier<NotifyingServer> make, String... broken) {
    return new WrongNotifier(name, make, Map.of(), Set.of(), Profile.INTEROP, false)
        .also("the fault itself", broken);
  }

  /** Further requirements that the fault breaks literally. */
  WrongNotifier also(String why, String... broken) {
    Map<String, String> more = new TreeMap<>(failures);
    Arrays.stream(broken).forEach(id -> more.put(id, why));
    return new WrongNotifier(name, make, more, warnings, profile, silent);
  }

  /** Requirements that it should meet. */
  WrongNotifier warned(String... about) {
    Set<String> more = new TreeSet<>(warnings);
    more.addAll(Arrays.asList(about));
    return new WrongNotifier(name, make, failures, more, profile, silent);
  }

  WrongNotifier under(Profile other) {
    return new WrongNotifier(name, make, failures, warnings, other, silent);
  }

  WrongNotifier silently() {
    return new WrongNotifier(name, make, failures, warnings, profile, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
