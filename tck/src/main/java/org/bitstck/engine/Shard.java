package org.bitstck.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.scenario.Scenario;

/**
 * One of several parts of the suite, for as many machines. Which scenarios it holds depends on
 * nothing but the scenarios there are, so that machines need not talk to each other.
 *
 * @param index from 1
 * @param count of all shards
 */
public record Shard(int index, int count) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /** By what they cost: those that let time pass, those that need the subject alone, the rest. */
  private static final Comparator<Scenario> DEAL =
      Comparator.comparing((Scenario scenario) -> !scenario.pauses())
          .thenComparing(scenario -> !scenario.needsSubjectAlone())
          .thenComparing(Scenario::id);

  /**
   * @throws IllegalArgumentException if there is no such shard
   */
  public Shard {
    if (count < 1 || index < 1 || index > count) {
      throw new IllegalArgumentException(
          "there is no shard "
              + index
              + " of "
              + count
              + "; the first is 1/"
              + Math.max(1, count)
              + ", the last "
              + Math.max(1, count)
              + "/"
              + Math.max(1, count));
    }
  }

  /**
   * Reads {@code 2/8}.
   *
   * @throws IllegalArgumentException if it is no shard
   */
  public static Shard of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no shard; write it like 2/8");
    }
    return new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
  }

  /** Those of the scenarios that fall to it, in the order given. */
  List<Scenario> of(List<Scenario> scenarios) {
    List<Scenario> deal = new ArrayList<>(scenarios);
    deal.sort(DEAL);
    Set<String> own = new HashSet<>();
    for (int i = index - 1; i < deal.size(); i += count) {
      own.add(deal.get(i).id());
    }
    return scenarios.stream().filter(scenario -> own.contains(scenario.id())).toList();
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
