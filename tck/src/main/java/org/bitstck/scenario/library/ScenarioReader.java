package org.bitstck.scenario.library;

import java.util.Map;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.application.ApplicationScenarioReader;
import org.bitstck.scenario.client.ClientScenarioReader;
import org.bitstck.scenario.server.ServerScenarioReader;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.YamlException;

/** Reads scenario files of any role and says of each mistake where it is and what was meant. */
public final class ScenarioReader {
  private final ScenarioFileReader files;

  public ScenarioReader(Catalogue catalogue) {
    this.files =
        new ScenarioFileReader(
            Map.of(
                Role.SERVER, new ServerScenarioReader(catalogue),
                Role.CLIENT, new ClientScenarioReader(catalogue),
                Role.SERVER_APPLICATION, new ApplicationScenarioReader(catalogue)));
  }

  /**
   * Reads one file.
   *
   * @throws YamlException with all problems of the file, at most one per scenario
   */
  public ScenarioFile read(Source source, String text) {
    return files.read(source, text);
  }
}
