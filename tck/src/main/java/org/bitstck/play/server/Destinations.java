package org.bitstck.play.server;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bitstck.play.Endpoint;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.subject.Directory;
import org.bitstck.subject.Subject;

/** Where the files of a scenario go: directories of the subject, names, URLs. */
final class Destinations {
  private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9]+");

  private final ServerScenario scenario;
  private final Subject subject;
  private final String prefix;
  private final Map<String, String> segments = new HashMap<>();

  /**
   * @param run name of the run, so that no two runs meet at a destination
   */
  Destinations(ServerScenario scenario, Subject subject, String run) {
    this.scenario = scenario;
    this.subject = subject;
    String safe = UNSAFE.matcher(scenario.id()).replaceAll("-");
    this.prefix = "bits-tck-" + run + "-" + safe + Integer.toHexString(scenario.id().hashCode());
  }

  Endpoint endpoint() {
    return Endpoint.of(subject.url());
  }

  /** The directory of a step: its own, or the scenario's, or the plain one. */
  Directory directory(String stepDirectory) {
    String name = stepDirectory != null ? stepDirectory : scenario.directory();
    return subject.directory(name).orElseThrow();
  }

  /** Name of a destination file within its directory. */
  String fileName(String destination) {
    return prefix + (destination.equals(FileSpec.MAIN) ? "" : "-" + destination) + ".bin";
  }

  /** Whether a URL is that destination; one that is none of the scenario's counts as the main. */
  boolean isDestination(String url, String destination) {
    return url.contains(fileName(destination))
        || destination.equals(FileSpec.MAIN) && !isDestination(url);
  }

  /** Whether a URL, in whatever form, is one of the scenario's destinations. */
  boolean isDestination(String url) {
    return url.contains(prefix + ".bin") || url.contains(prefix + "-");
  }

  /** The path of a destination's URL. */
  String path(String stepDirectory, String destination) {
    return directory(stepDirectory).path()
        + segments.computeIfAbsent(destination, name -> encoded(fileName(name)));
  }

  /** A file name as a segment of a URL: RFC 3986 section 2.1, over UTF-8. */
  private static String encoded(String name) {
    StringBuilder segment = new StringBuilder(name.length());
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      if (plain) {
        segment.append((char) b);
      } else {
        segment.append(String.format("%%%02X", b));
      }
    }
    return segment.toString();
  }

  /** The URL with that path. */
  String absolute(String path) {
    return subject.url().getScheme() + "://" + endpoint().authority() + path;
  }
}
