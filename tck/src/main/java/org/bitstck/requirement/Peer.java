package org.bitstck.requirement;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A kind of peer that can be tested. */
public enum Peer {
  SERVER(Role.SERVER, Role.BACKEND_CLIENT, Role.REPLY_DOWNLOAD_SERVER),
  CLIENT(Role.CLIENT, Role.REPLY_DOWNLOAD_CLIENT),
  APPLICATION(Role.SERVER_APPLICATION);

  private final Role role;
  private final Set<Role> roles;

  Peer(Role role, Role... more) {
    this.role = role;
    this.roles = EnumSet.of(role);
    this.roles.addAll(List.of(more));
  }

  /**
   * The peer that a role makes.
   *
   * @throws IllegalArgumentException if peers of that role alone cannot be tested
   */
  public static Peer of(Role role) {
    for (Peer peer : values()) {
      if (peer.role == role) {
        return peer;
      }
    }
    throw new IllegalArgumentException("nobody tests a " + role.text());
  }

  /** What scenarios and subject files call it. */
  public Role role() {
    return role;
  }

  /** Whether it has to meet the requirements of a role: its own, and those that belong to it. */
  public boolean plays(Role other) {
    return roles.contains(other);
  }

  /** One word for people. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In a sentence: {@code server application}. */
  public String inWords() {
    return role.text().replace('-', ' ');
  }

  @Override
  public String toString() {
    return text();
  }
}
