package org.bitstck.cli;

import org.bitstck.engine.ClientPlay;
import org.bitstck.engine.RunOptions;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientScenario;

/** The kit's server that clients meet, and what plays scenarios against it. */
final class ClientStage implements ClientPlay, AutoCloseable {
  static ClientStage open(RunOptions options, ClientDriver driver) {
    throw new UserError("clients cannot be tested yet: the scripted server is missing");
  }

  @Override
  public Recording play(ClientScenario scenario, Patience patience) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
