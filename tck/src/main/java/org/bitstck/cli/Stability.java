package org.bitstck.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;

/** Compares the verdicts of repeated runs. */
final class Stability {
  private final Map<String, Set<Verdict>> verdicts = new TreeMap<>();

  void add(RunResult result) {
    for (Finding finding : result.findings()) {
      verdicts
          .computeIfAbsent(finding.checkId(), id -> EnumSet.noneOf(Verdict.class))
          .add(finding.verdict());
    }
  }

  /** A line for each check that did not always get the same verdict. */
  List<String> unstable() {
    return verdicts.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> entry.getKey() + ": " + entry.getValue())
        .toList();
  }
}
