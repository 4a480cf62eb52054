package org.bitstck.server.defect;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.server.config.Suggestion;

/**
 * All defects of a kind of peer.
 *
 * @param role of the peer
 * @param all in the order of their requirements
 */
public record DefectList<T>(String role, List<Defect<T>> all) {

  /**
   * Finds a defect.
   *
   * @param name an id, or a requirement, of which the first defect is meant
   */
  public Optional<Defect<T>> find(String name) {
    return all.stream()
        .filter(defect -> defect.id().equals(name) || defect.requirement().equals(name))
        .findFirst();
  }

  /** What to tell someone who asked for a defect that there is not. */
  public String unknown(String name) {
    Set<String> names = new LinkedHashSet<>();
    for (Defect<T> defect : all) {
      names.add(defect.requirement());
      names.add(defect.id());
    }
    return "no defect '"
        + name
        + "'"
        + Suggestion.nearest(name, names)
            .map(nearest -> "; did you mean '" + nearest + "'?")
            .orElse("")
        + " '--list-defects' has all.";
  }

  /** One JSON object per line. */
  public String json() {
    StringBuilder lines = new StringBuilder();
    all.forEach(defect -> lines.append(defect.json(role)).append('\n'));
    return lines.toString();
  }
}
