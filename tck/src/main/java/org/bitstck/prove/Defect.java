package org.bitstck.prove;

import java.util.Set;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;

/**
 * One way in which a reference peer can be told to be wrong.
 *
 * @param id {@code BITS-AREA-nnn/what-is-wrong}
 * @param requirement the one that it breaks
 * @param peer which peer has it
 * @param sentence what the peer does, in words
 * @param follows further requirements that nobody can keep who has it
 * @param why these follow, or why it cannot be noticed; may be empty
 * @param profile in which it breaks something
 */
public record Defect(
    String id,
    String requirement,
    Peer peer,
    String sentence,
    Set<String> follows,
    String why,
    Profile profile) {

  /** Whether a requirement may be broken with it: its own, or one that follows. */
  public boolean explains(String broken) {
    return broken.equals(requirement) || follows.contains(broken);
  }
}
