package org.bitstck.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;

/**
 * What was found in all uploads, each check once: the memory does not grow with their number. May
 * be told by several threads.
 */
final class Gathered {
  private static final int MOST_REASONS = 20;

  private final Map<String, Worst> checks = new LinkedHashMap<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int whole;
  private int refused;
  private int broken;

  /** The worst that was found in a check, and in how many uploads it was not good. */
  private static final class Worst {
    private Finding finding;
    private int times;
    private int wrong;
  }

  synchronized void add(List<Finding> findings) {
    for (Finding finding : findings) {
      Worst worst = checks.computeIfAbsent(finding.checkId(), id -> new Worst());
      worst.finding = worst.finding == null ? finding : Finding.worse(worst.finding, finding);
      worst.times++;
      worst.wrong += finding.verdict() == Verdict.PASS ? 0 : 1;
    }
  }

  synchronized void addWhole() {
    whole++;
  }

  synchronized void addRefused(String why) {
    refused++;
    reason(why);
  }

  synchronized void addBroken(String why) {
    broken++;
    reason(why);
  }

  private void reason(String why) {
    if (reasons.size() < MOST_REASONS || reasons.containsKey(why)) {
      reasons.merge(why, 1, Integer::sum);
    }
  }

  synchronized List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (Worst worst : checks.values()) {
      Finding finding = worst.finding;
      String often = " (" + worst.wrong + " of " + worst.times + " uploads)";
      all.add(
          worst.wrong == 0 ? finding : finding.with(finding.verdict(), finding.observed() + often));
    }
    return all;
  }

  synchronized int whole() {
    return whole;
  }

  synchronized int refused() {
    return refused;
  }

  synchronized int broken() {
    return broken;
  }

  synchronized Map<String, Integer> reasons() {
    return new TreeMap<>(reasons);
  }
}
