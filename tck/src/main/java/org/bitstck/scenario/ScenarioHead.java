package org.bitstck.scenario;

import java.util.Set;

/**
 * What scenarios of every role have.
 *
 * @param topic a part of the protocol
 * @param name within the topic; for one row of a table with the row's name in brackets
 * @param title what is tested, in plain words
 * @param needs capabilities that the subject has to declare, as far as the file names them
 */
public record ScenarioHead(
    String topic, String name, String title, Set<String> needs, Set<String> tags) {

  /** Whether it is a row of a table. */
  public boolean isRow() {
    return name.endsWith("]");
  }
}
