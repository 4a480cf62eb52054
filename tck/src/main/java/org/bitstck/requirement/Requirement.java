package org.bitstck.requirement;

import java.util.List;
import java.util.Map;

/**
 * One thing that a text demands of a peer.
 *
 * @param id {@code BITS-AREA-nnn}
 * @param levels how strongly it binds in each profile
 * @param packet the packet it speaks of, {@code any}, or {@code ACK-*}
 * @param sources sections of MC-BUP, Win32 pages, RFCs
 * @param whyNot why it cannot be seen from outside; empty unless {@code testable} is NO
 * @param needs how the subject has to be set up; empty if nothing is needed
 * @param positive how a good peer shows it
 * @param negative one way to get it wrong
 * @param note remarks, with the conflicts of the texts; may be empty
 * @param impact what goes wrong for a peer or a user when it is broken; may be empty
 * @param mistake what the author of a peer that breaks it has usually done; may be empty
 */
public record Requirement(
    String id,
    Role role,
    Map<Profile, Level> levels,
    String packet,
    List<String> sources,
    String statement,
    Testable testable,
    String whyNot,
    String needs,
    String positive,
    String negative,
    String note,
    String impact,
    String mistake) {

  public Level level(Profile profile) {
    return levels.get(profile);
  }
}
