package org.bitstck.play.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.play.PlayedScenario;
import org.bitstck.play.TestFile;
import org.bitstck.play.server.application.Notification;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Step;

/**
 * A scenario and what happened when it was played.
 *
 * @param steps those that were played, in order
 * @param stop why the rest was not; null if all were
 * @param files the files of the scenario by name
 * @param notifications what the server application was told, in order
 * @param late the kit itself came much too late out of a pause: what followed says nothing
 */
public record Played(
    ServerScenario scenario,
    List<StepRecord> steps,
    Stop stop,
    Map<String, TestFile> files,
    List<Notification> notifications,
    boolean late,
    Duration duration)
    implements PlayedScenario {

  /** One in which no application was notified. */
  public Played(
      ServerScenario scenario,
      List<StepRecord> steps,
      Stop stop,
      Map<String, TestFile> files,
      boolean late,
      Duration duration) {
    this(scenario, steps, stop, files, List.of(), late, duration);
  }

  /**
   * The end before the end.
   *
   * @param at the step that did not succeed
   * @param reason in words
   * @param inexpressible true if the transport cannot say what the step wants
   * @param moot true if what came in the step itself says nothing either
   */
  public record Stop(Step at, String reason, boolean inexpressible, boolean moot) {
    public Stop(Step at, String reason) {
      this(at, reason, false, false);
    }

    static Stop inexpressible(Step at, String reason) {
      return new Stop(at, reason, true, false);
    }

    static Stop moot(Step at, String reason) {
      return new Stop(at, reason, false, true);
    }
  }

  /** What happened in a step; null if nothing was recorded: it was not played, or is a pause. */
  public StepRecord record(Step step) {
    for (StepRecord record : steps) {
      if (record.step() == step) {
        return record;
      }
    }
    return null;
  }

  /** True if it ended because no connection could be made. */
  public boolean isWithoutConnection() {
    return stop != null && exchanges().stream().anyMatch(e -> e.ending() == Ending.NO_CONNECTION);
  }

  @Override
  public List<Aside> asides() {
    List<Aside> asides = new ArrayList<>();
    int number = 0;
    for (Step step : scenario.steps()) {
      StepRecord record = record(step);
      if (record != null && !record.exchanges().isEmpty()) {
        number = record.exchanges().get(record.exchanges().size() - 1).number();
      } else if (step instanceof Step.Pause) {
        asides.add(new Aside(number, Aside.Kind.PAUSE, "nothing was sent for a while"));
      } else if (step instanceof Step.Restart || step instanceof Step.RunHook) {
        asides.add(new Aside(number, Aside.Kind.CONTROL, step.label()));
      } else if (record != null && record.stored() != null) {
        asides.add(new Aside(number, Aside.Kind.LOOK, record.stored().how()));
      } else if (record != null && record.notifications() != null) {
        asides.add(
            new Aside(
                number,
                Aside.Kind.LOOK,
                "notifications of the application so far: " + record.notifications().size()));
      }
      if (stop != null && stop.at() == step) {
        break;
      }
    }
    return asides;
  }

  public List<Exchange> exchanges() {
    List<Exchange> all = new ArrayList<>();
    for (StepRecord step : steps) {
      all.addAll(step.exchanges());
    }
    return all;
  }

  /** Those of the server with its application as well. */
  @Override
  public List<Exchange> evidence() {
    return Stream.concat(exchanges().stream(), notifications.stream().map(Notification::exchange))
        .sorted(Comparator.comparingInt(Exchange::number))
        .toList();
  }
}
