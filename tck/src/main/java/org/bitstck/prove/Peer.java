package org.bitstck.prove;

import java.util.Locale;
import java.util.Set;
import org.bitstck.engine.application.ApplicationRun;
import org.bitstck.engine.server.ServerRun;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.client.ClientScenario;

/** A kind of reference peer that can be told to be wrong. */
public enum Peer {
  SERVER(ServerRun.ROLES),
  CLIENT(ClientScenario.ROLES),
  APPLICATION(ApplicationRun.ROLES);

  private final Set<Role> roles;

  /**
   * @param roles those whose requirements it has to meet
   */
  Peer(Set<Role> roles) {
    this.roles = roles;
  }

  public Set<Role> roles() {
    return roles;
  }

  /** For people. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text();
  }
}
