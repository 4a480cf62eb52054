package org.bitstck.scenario.client;

import java.util.List;
import java.util.Set;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.Scenario;
import org.bitstck.yaml.Place;

/**
 * What a client meets, and what it may do: a correct server with a script of deviations.
 *
 * @param name within the topic; for one row of a table with the row's name in brackets
 * @param needs capabilities that the client has to declare
 * @param file that the client is told to upload
 * @param client what the client is told beside
 * @param server what the server is like
 * @param script where it deviates
 * @param caller what the caller does behind the start, in order
 * @param expectations with {@link ClientClause}s
 */
public record ClientScenario(
    String topic,
    String name,
    String title,
    Set<String> needs,
    Set<String> tags,
    FileSpec file,
    ClientSettings client,
    ServerSettings server,
    List<Deviation> script,
    List<CallerAct> caller,
    List<Expectation> expectations,
    Place at)
    implements Scenario {
  @Override
  public boolean needsSubjectAlone() {
    return tags.contains("alone");
  }

  @Override
  public boolean pauses() {
    return false;
  }
}
