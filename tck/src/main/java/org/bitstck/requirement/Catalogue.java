package org.bitstck.requirement;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All requirements, by id. */
public final class Catalogue {
  private final Map<String, Requirement> byId;

  /**
   * @throws IllegalArgumentException if an id comes twice
   */
  public Catalogue(Collection<Requirement> requirements) {
    Map<String, Requirement> sorted = new TreeMap<>();
    for (Requirement requirement : requirements) {
      if (sorted.put(requirement.id(), requirement) != null) {
        throw new IllegalArgumentException(requirement.id() + " is in the catalogue twice");
      }
    }
    // asked with every check
    this.byId = new LinkedHashMap<>(sorted);
  }

  public Optional<Requirement> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Set<String> ids() {
    return Collections.unmodifiableSet(byId.keySet());
  }

  /** Sorted by id. */
  public Collection<Requirement> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** What a peer has to meet, sorted by id. */
  public List<Requirement> of(Peer peer) {
    return byId.values().stream().filter(r -> peer.plays(r.role())).toList();
  }
}
