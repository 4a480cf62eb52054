package org.bitstck.scenario.server;

import java.util.List;
import org.bitstck.scenario.Amount;
import org.bitstck.scenario.Expectation;
import org.bitstck.yaml.Place;

/** One step of a scenario. A step without expectations is set-up: it must simply succeed. */
public sealed interface Step
    permits RequestStep,
        StoredStep,
        NotifiedStep,
        Step.Pause,
        Step.Restart,
        Step.RunHook,
        Step.Application {
  Place at();

  List<Expectation> expectations();

  /** A short name for messages. */
  String label();

  /**
   * Nothing is sent for a while.
   *
   * @param millis how long
   */
  record Pause(Place at, Amount millis) implements Step {
    @Override
    public List<Expectation> expectations() {
      return List.of();
    }

    @Override
    public String label() {
      return "pause";
    }
  }

  /** The subject is killed and started again; only where the kit started it. */
  record Restart(Place at) implements Step {
    @Override
    public List<Expectation> expectations() {
      return List.of();
    }

    @Override
    public String label() {
      return "restart of the server";
    }
  }

  /**
   * The kit's server application goes down: connections to it are refused; or it comes up again.
   */
  record Application(Place at, boolean up) implements Step {
    @Override
    public List<Expectation> expectations() {
      return List.of();
    }

    @Override
    public String label() {
      return "application " + (up ? "up" : "down");
    }
  }

  /** A command of the subject file is run. */
  record RunHook(Place at, Hook hook) implements Step {
    @Override
    public List<Expectation> expectations() {
      return List.of();
    }

    @Override
    public String label() {
      return "hook " + hook.word();
    }
  }
}
