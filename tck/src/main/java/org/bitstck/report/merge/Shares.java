package org.bitstck.report.merge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bitstck.engine.Share;

/**
 * Whether the reports make a whole.
 *
 * @param isSharded whether each is of a shard
 * @param missing shards of which there is none
 * @param incomplete why together they say nothing of the subject as a whole; empty if they do
 */
record Shares(boolean isSharded, List<Integer> missing, Optional<String> incomplete) {

  /**
   * @throws UnusableReport if they do not belong together
   */
  static Shares of(List<ReportFile> files) throws UnusableReport {
    Map<Integer, ReportFile> byIndex = new TreeMap<>();
    Share any = null;
    for (ReportFile file : files) {
      Optional<Share> share = file.share();
      if (share.isEmpty() != files.get(0).share().isEmpty()) {
        throw new UnusableReport(
            file.path() + ": reports of shards and others cannot be joined; name either");
      }
      if (share.isPresent()) {
        any = any == null ? share.get() : any;
        put(byIndex, file, share.get(), any);
      }
    }
    return any == null ? ofParts(files) : ofShards(byIndex, any, files);
  }

  private static void put(Map<Integer, ReportFile> byIndex, ReportFile file, Share its, Share any)
      throws UnusableReport {
    if (its.shard().count() != any.shard().count()
        || its.selected() != any.selected()
        || its.suite() != any.suite()) {
      throw new UnusableReport(
          file.path()
              + ": shard "
              + its.shard()
              + " of "
              + its.selected()
              + " scenarios does not belong to shard "
              + any.shard()
              + " of "
              + any.selected());
    }
    ReportFile before = byIndex.put(its.shard().index(), file);
    if (before != null) {
      throw new UnusableReport(
          file.path() + ": shard " + its.shard() + " is in " + before.path() + " as well");
    }
  }

  private static Shares ofShards(
      Map<Integer, ReportFile> byIndex, Share any, List<ReportFile> files) throws UnusableReport {
    List<Integer> missing = new ArrayList<>();
    for (int i = 1; i <= any.shard().count(); i++) {
      if (!byIndex.containsKey(i)) {
        missing.add(i);
      }
    }
    Set<String> why = new LinkedHashSet<>();
    if (!missing.isEmpty()) {
      why.add(
          (missing.size() == 1 ? "Shard " : "Shards ")
              + missing.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + " of "
              + any.shard().count()
              + (missing.size() == 1 ? " is missing." : " are missing."));
    }
    for (ReportFile file : files) {
      file.incomplete().filter(text -> !text.startsWith(Share.ONLY)).ifPresent(why::add);
    }
    if (any.selected() < any.suite()) {
      why.add(
          "Only a part of the suite was selected: "
              + any.selected()
              + " of "
              + any.suite()
              + " scenarios.");
    }
    return new Shares(true, List.copyOf(missing), joined(why));
  }

  private static Shares ofParts(List<ReportFile> files) throws UnusableReport {
    Set<String> why = new LinkedHashSet<>();
    for (ReportFile file : files) {
      if (file.incomplete().isEmpty()) {
        return new Shares(false, List.of(), Optional.empty());
      }
      why.add(file.incomplete().get());
    }
    return new Shares(false, List.of(), joined(why));
  }

  private static Optional<String> joined(Set<String> why) {
    return why.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", why));
  }
}
