package org.bitstck.cli;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.bitstck.engine.client.ClientPlay;
import org.bitstck.play.Patience;
import org.bitstck.play.client.Recording;
import org.bitstck.report.Traffic;
import org.bitstck.scenario.client.ClientScenario;

/** Keeps what a client sends and gets. */
record RecordedPlay(ClientPlay play, Traffic traffic) implements ClientPlay {
  @Override
  public Recording play(ClientScenario scenario, Patience patience) {
    long start = System.nanoTime();
    Recording recording = play.play(scenario, patience);
    URI base = URI.create(play.address());
    recording.requests().forEach(request -> traffic.add(base, start, request.exchange()));
    return recording;
  }

  @Override
  public Optional<String> cannotPlay(ClientScenario scenario) {
    return play.cannotPlay(scenario);
  }

  @Override
  public String address() {
    return play.address();
  }

  @Override
  public List<String> strays() {
    return play.strays();
  }
}
