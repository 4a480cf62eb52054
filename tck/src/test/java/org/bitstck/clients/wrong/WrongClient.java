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
 */
public record WrongClient(
    String name, Supplier<ClientDriver> make, Map<String, String> failures, Set<String> warnings) {

  /** All of them. */
  public static List<WrongClient> all() {
    return Stream.of(
            TypeFaults.all(),
            SessionFaults.all(),
            CreateFaults.all(),
            PingFaults.all(),
            RangeFaults.all(),
            ContentFaults.all(),
            OffsetFaults.all(),
            SizeFaults.all(),
            StatusFaults.all(),
            ErrorFaults.all(),
            TransportFaults.all(),
            CloseFaults.all(),
            CancelFaults.all(),
            ResumeFaults.all(),
            HostFaults.all(),
            FallbackFaults.all(),
            ReplyFaults.all(),
            DownloadFaults.all(),
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
            name, () -> new PlainClient(upload, PlainClient.EVERYTHING), Map.of(), Set.of())
        .also("the fault itself", broken);
  }

  /** Further requirements that the fault breaks literally. */
  WrongClient also(String why, String... broken) {
    Map<String, String> more = new TreeMap<>(failures);
    Arrays.stream(broken).forEach(id -> more.put(id, why));
    return new WrongClient(name, make, more, warnings);
  }

  /** Not one upload gets through: the server refuses what is wrong. */
  WrongClient fromTheStart() {
    return also("no upload comes to its end", "BITS-CLI-CLOSE-001");
  }

  /** Requirements that it does not meet, but need not under {@code interop}. */
  WrongClient warned(String... about) {
    Set<String> more = new TreeSet<>(warnings);
    more.addAll(Arrays.asList(about));
    return new WrongClient(name, make, failures, more);
  }

  @Override
  public String toString() {
    return name;
  }
}
