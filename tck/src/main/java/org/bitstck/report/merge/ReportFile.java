package org.bitstck.report.merge;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.engine.Shard;
import org.bitstck.engine.Share;
import org.bitstck.json.Json;
import org.bitstck.report.JsonReport;

/** A JSON report of a run, read back. */
final class ReportFile {
  private static final long MOST_BYTES = 512L << 20;

  private final Path path;
  private final Map<String, Object> root;

  private ReportFile(Path path, Map<String, Object> root) {
    this.path = path;
    this.root = root;
  }

  /**
   * Reads a report.
   *
   * @throws UnusableReport if it is none
   */
  static ReportFile read(Path path) throws UnusableReport {
    Map<String, Object> root;
    try {
      if (Files.size(path) > MOST_BYTES) {
        throw new UnusableReport(path + ": larger than any report is");
      }
      try (Reader reader = Files.newBufferedReader(path)) {
        root = Json.read(reader);
      }
    } catch (IOException e) {
      throw new UnusableReport(path + ": cannot be read: " + firstLine(e.getMessage()));
    }
    if (!JsonReport.FORMAT.equals(root.get("format"))) {
      throw new UnusableReport(
          path + ": its format is '" + root.get("format") + "', not " + JsonReport.FORMAT);
    }
    return new ReportFile(path, root);
  }

  private static String firstLine(String message) {
    return message == null ? "it is damaged" : message.lines().findFirst().orElse("");
  }

  Path path() {
    return path;
  }

  /** True if it was made of other reports. */
  boolean isMerged() {
    return root.containsKey(MergedReport.MERGED);
  }

  String kitVersion() throws UnusableReport {
    return text(object(root, "kit"), "version");
  }

  String role() throws UnusableReport {
    return text(object(root, "subject"), "role");
  }

  String subject() throws UnusableReport {
    return text(object(root, "subject"), "name");
  }

  Optional<String> url() throws UnusableReport {
    return maybe(object(root, "subject"), "url");
  }

  Optional<String> driven() throws UnusableReport {
    return maybe(object(root, "subject"), "driven");
  }

  String profile() throws UnusableReport {
    return text(root, "profile");
  }

  Instant startedAt() throws UnusableReport {
    try {
      return Instant.parse(text(root, "startedAt"));
    } catch (DateTimeException e) {
      throw new UnusableReport(path + ": 'startedAt' is no time");
    }
  }

  Instant endedAt() throws UnusableReport {
    return startedAt().plusMillis(number(root, "durationMs"));
  }

  /** What it is a part of; empty for a run on one machine. */
  Optional<Share> share() throws UnusableReport {
    if (!root.containsKey("shard")) {
      return Optional.empty();
    }
    Map<String, Object> shard = object(root, "shard");
    try {
      return Optional.of(
          new Share(
              new Shard((int) number(shard, "index"), (int) number(shard, "count")),
              (int) number(shard, "selected"),
              (int) number(shard, "suite")));
    } catch (IllegalArgumentException e) {
      throw new UnusableReport(path + ": " + e.getMessage());
    }
  }

  Optional<String> incomplete() throws UnusableReport {
    return maybe(summary(), "incomplete");
  }

  boolean subjectBroken() throws UnusableReport {
    return Boolean.TRUE.equals(summary().get("subjectBroken"));
  }

  List<String> notes() throws UnusableReport {
    return list(summary(), "notes").stream().map(String::valueOf).toList();
  }

  int scenarios() throws UnusableReport {
    return (int) number(object(summary(), "scenarios"), "total");
  }

  int played() throws UnusableReport {
    return (int) number(object(summary(), "scenarios"), "run");
  }

  /** Ids of the requirements: the denominator. */
  List<String> requirements() throws UnusableReport {
    List<String> ids = new ArrayList<>();
    for (ReportedCheck requirement : objects("requirements")) {
      ids.add(requirement.text("id"));
    }
    return ids;
  }

  List<ReportedCheck> checks() throws UnusableReport {
    return objects("checks");
  }

  private Map<String, Object> summary() throws UnusableReport {
    return object(root, "summary");
  }

  private List<ReportedCheck> objects(String word) throws UnusableReport {
    List<ReportedCheck> objects = new ArrayList<>();
    for (Object item : list(root, word)) {
      objects.add(new ReportedCheck(path, words(item, word)));
    }
    return objects;
  }

  private Map<String, Object> object(Map<String, Object> in, String word) throws UnusableReport {
    return words(in.get(word), word);
  }

  @SuppressWarnings("unchecked") // Json makes no other maps
  private Map<String, Object> words(Object value, String word) throws UnusableReport {
    if (value instanceof Map<?, ?> words) {
      return (Map<String, Object>) words;
    }
    throw new UnusableReport(path + ": '" + word + "' is missing or is no object");
  }

  private List<?> list(Map<String, Object> in, String word) throws UnusableReport {
    if (in.get(word) instanceof List<?> items) {
      return items;
    }
    throw new UnusableReport(path + ": '" + word + "' is missing or is no list");
  }

  private String text(Map<String, Object> in, String word) throws UnusableReport {
    return new ReportedCheck(path, in).text(word);
  }

  private static Optional<String> maybe(Map<String, Object> in, String word) {
    return Optional.ofNullable(in.get(word)).map(String::valueOf);
  }

  private long number(Map<String, Object> in, String word) throws UnusableReport {
    return new ReportedCheck(path, in).number(word);
  }
}
