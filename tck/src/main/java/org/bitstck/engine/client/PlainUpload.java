package org.bitstck.engine.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.ClientSettings;
import org.bitstck.scenario.client.ServerSettings;
import org.bitstck.yaml.Place;

/** The upload that a client has to manage before anything else is worth playing. */
final class PlainUpload {
  private static final int BYTES = 300;

  private PlainUpload() {}

  /**
   * @param name of the scenario, each is played once
   */
  static ClientScenario scenario(String name) {
    return new ClientScenario(
        "preflight",
        name,
        "a plain upload works",
        Set.of(),
        Set.of(),
        new FileSpec(FileSpec.MAIN, BYTES, null),
        ClientSettings.USUAL,
        ServerSettings.USUAL,
        List.of(),
        List.of(),
        List.of(),
        Place.nowhere());
  }

  /** What the client told, in words. */
  static String told(Recording recording) {
    Report last = recording.last();
    return last == null || last.outcome() == Outcome.NONE
        ? "it told no outcome"
            + (last == null || last.message().isEmpty() ? "" : " (" + last.message() + ")")
        : "it told " + last.describe();
  }

  /** Why it did not work; empty if it did. */
  static Optional<String> broken(Recording recording) {
    String told = told(recording);
    if (recording.stop() != null) {
      told += "; " + recording.stop();
    }
    Report last = recording.last();
    byte[] published = recording.published();
    if (published == null) {
      return Optional.of("nothing was published: " + told + came(recording));
    }
    if (!Arrays.equals(published, recording.file().bytes(0, recording.file().size() - 1))) {
      return Optional.of("what was published is not the file: " + told + came(recording));
    }
    return last == null || last.outcome() != Outcome.SUCCESS
        ? Optional.of("the file was published, but " + told + came(recording))
        : Optional.empty();
  }

  private static String came(Recording recording) {
    List<Recorded> requests = recording.requests();
    String kinds =
        requests.stream().limit(8).map(r -> r.kind().word()).collect(Collectors.joining(", "));
    return "; the requests were " + kinds + (requests.size() > 8 ? "…" : "");
  }
}
