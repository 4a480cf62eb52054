package org.bitstck.report.merge;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Tested;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;

/** Joins reports of one subject, or of equal ones on several machines. */
public final class Merger {
  private final Catalogue catalogue;

  public Merger(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Joins reports.
   *
   * @param paths of the reports; at least one
   * @throws UnusableReport if one is none, or they do not belong together
   */
  public MergedReport merge(List<Path> paths) throws UnusableReport {
    List<ReportFile> files = new ArrayList<>();
    for (Path path : paths) {
      ReportFile file = ReportFile.read(path);
      if (file.isMerged()) {
        throw new UnusableReport(path + ": it was made of other reports; name those");
      }
      files.add(file);
    }
    ReportFile first = files.get(0);
    for (ReportFile file : files) {
      same(file, "version of the kit", file.kitVersion(), first.kitVersion());
      same(file, "role", file.role(), first.role());
      same(file, "profile", file.profile(), first.profile());
      same(file, "list of requirements", file.requirements(), first.requirements());
    }
    Shares shares = Shares.of(files);
    List<ReportedCheck> checks = checks(files, shares.isSharded());
    List<Finding> findings = new ArrayList<>();
    for (ReportedCheck check : checks) {
      findings.add(check.finding(catalogue));
    }
    return new MergedReport(
        result(files, findings, shares.incomplete()),
        checks,
        shares.missing(),
        files.size(),
        again(checks, first));
  }

  private static void same(ReportFile file, String what, Object its, Object first)
      throws UnusableReport {
    if (!its.equals(first)) {
      throw new UnusableReport(
          file.path()
              + ": another "
              + what
              + " than in the report before"
              + (its instanceof String ? ": '" + its + "', not '" + first + "'" : "")
              + "; only reports of one suite can be joined");
    }
  }

  /** Each check once, the worst that was said of it. */
  private static List<ReportedCheck> checks(List<ReportFile> files, boolean sharded)
      throws UnusableReport {
    Map<String, ReportedCheck> worst = new LinkedHashMap<>();
    for (ReportFile file : files) {
      for (ReportedCheck check : file.checks()) {
        ReportedCheck before = worst.putIfAbsent(check.checkId(), check);
        if (before == null) {
          continue;
        }
        if (sharded
            && before.file() != check.file()
            && !Finding.RULES.equals(check.text("topic"))) {
          throw new UnusableReport(
              check.file()
                  + ": '"
                  + check.checkId()
                  + "' is in "
                  + before.file()
                  + " as well; shards of one suite share no scenario");
        }
        if (check.verdict().compareTo(before.verdict()) < 0) {
          worst.put(check.checkId(), check);
        }
      }
    }
    return List.copyOf(worst.values());
  }

  private RunResult result(
      List<ReportFile> files, List<Finding> findings, Optional<String> incomplete)
      throws UnusableReport {
    ReportFile first = files.get(0);
    List<Requirement> requirements = new ArrayList<>();
    for (String id : first.requirements()) {
      requirements.add(
          catalogue
              .find(id)
              .orElseThrow(
                  () ->
                      new UnusableReport(
                          first.path()
                              + ": this kit knows no requirement '"
                              + id
                              + "'; join reports with the kit that wrote them")));
    }
    Set<String> notes = new LinkedHashSet<>();
    Instant start = first.startedAt();
    Instant end = first.endedAt();
    int scenarios = 0;
    int played = 0;
    boolean broken = false;
    for (ReportFile file : files) {
      notes.addAll(file.notes());
      start = file.startedAt().isBefore(start) ? file.startedAt() : start;
      end = file.endedAt().isAfter(end) ? file.endedAt() : end;
      scenarios += file.scenarios();
      played += file.played();
      broken |= file.subjectBroken();
    }
    try {
      return new RunResult(
          tested(files),
          Profile.of(first.profile()),
          findings,
          new Tally(requirements, findings),
          incomplete,
          broken,
          List.copyOf(notes),
          scenarios,
          played,
          start,
          Duration.between(start, end));
    } catch (IllegalArgumentException e) {
      throw new UnusableReport(first.path() + ": " + e.getMessage());
    }
  }

  /** One subject at one place, or how many there were. */
  private static Tested tested(List<ReportFile> files) throws UnusableReport {
    Set<String> names = new TreeSet<>();
    Set<String> urls = new TreeSet<>();
    Set<String> driven = new TreeSet<>();
    for (ReportFile file : files) {
      names.add(file.subject());
      file.url().ifPresent(urls::add);
      file.driven().ifPresent(driven::add);
    }
    URI url = null;
    if (!urls.isEmpty()) {
      url = URI.create(urls.iterator().next());
    }
    String name = names.iterator().next();
    return new Tested(
        names.size() == 1 ? name : name + " and " + (names.size() - 1) + " more",
        Role.of(files.get(0).role()),
        url,
        driven.isEmpty() ? null : String.join(", ", driven),
        Set.of());
  }

  private static String again(List<ReportedCheck> checks, ReportFile first) throws UnusableReport {
    for (ReportedCheck check : checks) {
      if (check.words().get("again") instanceof String line && line.contains(" --only ")) {
        return line.substring(0, line.lastIndexOf(" --only "));
      }
    }
    return "bits-tck " + first.role() + first.url().map(url -> " " + url).orElse("");
  }
}
