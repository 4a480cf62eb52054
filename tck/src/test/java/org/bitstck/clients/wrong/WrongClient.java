package org.bitstck.clients.wrong;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitstck.clients.PlainClient;
import org.bitstck.play.client.ClientDriver;

/**
 * A client with one fault, and what has to be said of it under {@code interop}.
 *
 * @param name the fault in words
 * @param make makes the client
 * @param failures requirements that have to FAIL, no more and no less, each with the reason
 * @param warnings requirements that have to get a WARN
 * @param helpless not one upload gets through: nothing else can be said of it
 */
public record WrongClient(
    String name,
    Supplier<ClientDriver> make,
    Map<String, String> failures,
    Set<String> warnings,
    boolean helpless) {

  /** All of them. */
  public static List<WrongClient> all() {
    // first those that some clients wait longest with: the end of a run is not for them alone
    return Stream.of(
            TransportFaults.all(),
            ErrorFaults.all(),
            DownloadFaults.all(),
            TypeFaults.all(),
            SessionFaults.all(),
            CreateFaults.all(),
            PingFaults.all(),
            RangeFaults.all(),
            ContentFaults.all(),
            OffsetFaults.all(),
            SizeFaults.all(),
            StatusFaults.all(),
            CloseFaults.all(),
            CancelFaults.all(),
            ResumeFaults.all(),
            HostFaults.all(),
            FallbackFaults.all(),
            ReplyFaults.all(),
            HttpFaults.all(),
            ConnectionFaults.all(),
            CredentialFaults.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * A client whose fault is what the requirements speak of.
   *
   * @param broken ids of requirements
   */
  static WrongClient client(String name, PlainClient.Maker upload, String... broken) {
    return new WrongClient(
            name, () -> new PlainClient(upload, PlainClient.EVERYTHING), Map.of(), Set.of(), false)
        .also("the fault itself", broken);
  }

  /** Further requirements that the fault breaks literally. */
  WrongClient also(String why, String... broken) {
    Map<String, String> more = new TreeMap<>(failures);
    Arrays.stream(broken).forEach(id -> more.put(id, why));
    return new WrongClient(name, make, more, warnings, helpless);
  }

  /** Not one upload gets through: the server refuses what is wrong. */
  WrongClient fromTheStart() {
    return new WrongClient(name, make, failures, warnings, true);
  }

  /** Requirements that it does not meet, but need not under {@code interop}. */
  WrongClient warned(String... about) {
    Set<String> more = new TreeSet<>(warnings);
    more.addAll(Arrays.asList(about));
    return new WrongClient(name, make, failures, more, helpless);
  }

  @Override
  public String toString() {
    return name;
  }
}
