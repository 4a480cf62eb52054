package org.bitstck.cli;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;

/** How a requirement's level is shown: once, or per profile where the profiles differ. */
final class Levels {
  private Levels() {}

  static String text(Requirement requirement) {
    if (Set.copyOf(requirement.levels().values()).size() == 1) {
      return requirement.level(Profile.INTEROP).text();
    }
    return Arrays.stream(Profile.values())
        .map(profile -> requirement.level(profile).text() + " in " + profile.text())
        .collect(Collectors.joining(", "));
  }
}
