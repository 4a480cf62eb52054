package org.bitstck.scenario.server;

import java.util.Optional;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/**
 * A step as it is written: {@code fragment: 0-99}, or with options below it.
 *
 * @param key the word for what the step does
 * @param argument what stands behind its colon; null if the step is that word alone
 * @param words the step's mapping; null if the step is one word
 */
record StepWords(YamlValue key, YamlValue argument, YamlMapping words) {

  Place at() {
    return Place.of(key);
  }

  /** What the step does. */
  String action() {
    return key.text();
  }

  /** Takes an option. */
  Optional<YamlValue> take(String option) {
    return words == null ? Optional.empty() : words.take(option);
  }

  boolean has(String option) {
    return words != null && words.has(option);
  }

  boolean hasArgument() {
    return argument != null && !argument.isNull();
  }

  /** What stands behind the colon. */
  YamlValue needed() {
    if (!hasArgument()) {
      throw key.problem("'" + action() + "' needs a value behind the colon");
    }
    return argument;
  }

  /** Sees to it that nothing stands behind the colon. */
  void none() {
    if (hasArgument()) {
      throw argument.problem("'" + action() + ":' takes no value; options stand below it");
    }
  }

  /** The label of a destination: any text, since it becomes a part of the file's name. */
  static String destination(YamlValue value) {
    if (value.text().isBlank()) {
      throw value.problem("a name for the destination is wanted here");
    }
    return value.text();
  }

  /** A name that the author gives or refers to. */
  static String label(YamlValue value) {
    if (!value.text().matches("\\S+")) {
      throw value.problem("a name without blanks is wanted here");
    }
    return value.text();
  }
}
