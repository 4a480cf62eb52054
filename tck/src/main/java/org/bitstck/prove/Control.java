package org.bitstck.prove;

import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;

/**
 * What the suite says of a peer without a defect. Unless that is nothing, what it says of others
 * proves nothing.
 *
 * @param name of the peer, for people
 * @param heard null if it could not be played
 * @param problem why it could not be played; null if it was
 */
public record Control(String name, Peer peer, Profile profile, Heard heard, String problem) {
  public boolean isClean() {
    return heard != null && heard.isClean();
  }
}
