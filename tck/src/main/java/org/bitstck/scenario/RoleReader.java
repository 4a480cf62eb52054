package org.bitstck.scenario;

import java.util.Set;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the scenarios of one role; what is common to all roles has been read already. */
public interface RoleReader {
  /**
   * Reads a scenario; words of it that nobody takes are left for the caller to complain about.
   *
   * @param key the scenario's name in the file, as the place of what is wrong with the whole
   */
  Scenario read(ScenarioHead head, YamlValue key, YamlMapping words);

  /** Words behind which variables are filled in while a scenario is played. */
  Set<String> filledWhilePlayed();

  /** The names that stand for something there, as hints. */
  default Set<String> variables() {
    return Variables.NAMES;
  }

  /** Whether a name, or a form such as {@code 20 blanks}, stands for something there. */
  default boolean fills(String variable) {
    return Variables.isKnown(variable);
  }
}
