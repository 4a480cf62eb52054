package org.bitstck.report.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitstck.prove.Proof;
import org.bitstck.prove.Trial;
import org.bitstck.prove.Trial.Fate;
import org.bitstck.requirement.Peer;

/** The figures of a proof, in words. */
final class Figures {
  private Figures() {}

  static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * part / whole);
  }

  /** How many defects there were and what became of them. */
  static String sentence(Proof proof) {
    return fates(proof)
        + " Played against "
        + scenarios(proof)
        + " in "
        + seconds(proof)
        + " on "
        + cores()
        + ".";
  }

  /** How many defects met which fate. */
  static String fates(Proof proof) {
    List<Trial> trials = proof.trials();
    List<String> parts = new ArrayList<>();
    for (Fate fate : Fate.values()) {
      long count = trials.stream().filter(trial -> trial.fate() == fate).count();
      if (count > 0 || fate == Fate.OWN || fate == Fate.SURVIVED) {
        parts.add(count + " " + fate.text());
      }
    }
    long extras = trials.stream().filter(trial -> !trial.extras().isEmpty()).count();
    return "Of "
        + trials.size()
        + " defects: "
        + String.join(", ", parts)
        + "; "
        + extras
        + " accused of more than what follows from "
        + (extras == 1 ? "it." : "them.");
  }

  private static String scenarios(Proof proof) {
    List<String> parts = new ArrayList<>();
    proof
        .scenarios()
        .forEach(
            (peer, count) ->
                parts.add(
                    count + (count == 1 ? " scenario" : " scenarios") + " for " + article(peer)));
    return parts.isEmpty() ? "no scenarios" : String.join(" and ", parts);
  }

  private static String article(Peer peer) {
    return (peer == Peer.APPLICATION ? "an " : "a ") + peer.text();
  }

  private static String seconds(Proof proof) {
    return String.format(Locale.ROOT, "%.0f s", proof.duration().toMillis() / 1000.0);
  }

  private static String cores() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores + (cores == 1 ? " core" : " cores");
  }
}
