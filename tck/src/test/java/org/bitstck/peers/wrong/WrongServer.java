package org.bitstck.peers.wrong;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitstck.peers.PlainServer;

/**
 * A server with one fault, and what has to be said of it under {@code interop}.
 *
 * @param name the fault in words
 * @param make makes the server, not started yet
 * @param failures requirements that have to FAIL, no more and no less, each with the reason
 * @param warnings requirements that have to get a WARN
 * @param silent true if the kit has to wait for it in vain
 */
public record WrongServer(
    String name,
    Supplier<PlainServer> make,
    Map<String, String> failures,
    Set<String> warnings,
    boolean silent) {

  /** All of them. */
  public static List<WrongServer> all() {
    // first those that the kit waits longest for: the end of a run is not for them alone
    return Stream.of(
            SilenceFaults.all(),
            AnswerFaults.all(),
            SessionFaults.all(),
            CreateFaults.all(),
            PingFaults.all(),
            TypeFaults.all(),
            RangeFaults.all(),
            GapFaults.all(),
            OverlapFaults.all(),
            OffsetFaults.all(),
            BodyFaults.all(),
            PublishFaults.all(),
            ErrorFaults.all(),
            HttpFaults.all(),
            ConnectionFaults.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A server whose fault is what the requirements speak of.
   *
   * @param broken ids of requirements
   */
  static WrongServer server(String name, Supplier<PlainServer> make, String... broken) {
    return new WrongServer(name, make, Map.of(), Set.of(), false).also("the fault itself", broken);
  }

  /** Further requirements that the fault breaks literally. */
  WrongServer also(String why, String... broken) {
    Map<String, String> more = new TreeMap<>(failures);
    Arrays.stream(broken).forEach(id -> more.put(id, why));
    return new WrongServer(name, make, more, warnings, silent);
  }

  /** Requirements that it does not meet, but need not under {@code interop}. */
  WrongServer warned(String... about) {
    Set<String> more = new TreeSet<>(warnings);
    more.addAll(Arrays.asList(about));
    return new WrongServer(name, make, failures, more, silent);
  }

  WrongServer silently() {
    return new WrongServer(name, make, failures, warnings, true);
  }

  @Override
  public String toString() {
    return name;
  }
}
