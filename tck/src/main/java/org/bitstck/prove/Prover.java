package org.bitstck.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bitstck.requirement.Profile;

/** Plays the suite against every defect, several at a time, and against peers that have none. */
public final class Prover {
  private static final String NO_CONTROL =
      "a peer without a defect does not pass, so nothing is proved by one that has it";

  private final List<Bench> benches;
  private final int jobs;
  private final Listener listener;

  /** Told of the progress; by several threads at once. */
  public interface Listener {
    /** So many runs are to come. */
    default void started(int runs) {}

    /** A peer without a defect was played with. */
    default void controlled(Control control) {}

    /** A defect was played; what the suite said is not compared yet. */
    default void played(Defect defect) {}
  }

  /**
   * @param jobs runs at a time
   */
  public Prover(List<Bench> benches, int jobs, Listener listener) {
    this.benches = List.copyOf(benches);
    this.jobs = jobs;
    this.listener = listener;
  }

  /** What a run of a defect gave. */
  private record Result(Heard heard, String problem) {}

  /** Where a control is needed. */
  private record Place(Bench bench, Profile profile) {}

  /**
   * Plays all.
   *
   * @return controls and trials; where a control is not clean nothing is said of its defects
   */
  public Outcome play(List<Defect> defects) throws InterruptedException {
    Map<Place, List<Defect>> places = places(defects);
    listener.started(places.size() + defects.size());
    ExecutorService threads = Executors.newFixedThreadPool(jobs, Prover::thread);
    try {
      Map<Place, Future<Control>> controls = new LinkedHashMap<>();
      places.keySet().forEach(at -> controls.put(at, threads.submit(() -> control(at))));
      Map<Defect, Future<Result>> results = new LinkedHashMap<>();
      places.forEach(
          (at, there) ->
              there.forEach(
                  defect ->
                      results.put(defect, threads.submit(trial(at, defect, controls.get(at))))));
      return outcome(places, controls, results);
    } finally {
      threads.shutdownNow();
    }
  }

  private Map<Place, List<Defect>> places(List<Defect> defects) {
    Map<Place, List<Defect>> places = new LinkedHashMap<>();
    for (Bench bench : benches) {
      for (Profile profile : Profile.values()) {
        List<Defect> there =
            defects.stream()
                .filter(d -> d.peer() == bench.peer() && d.profile() == profile)
                .toList();
        if (!there.isEmpty()) {
          places.put(new Place(bench, profile), there);
        }
      }
    }
    return places;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "bits-tck prove");
    thread.setDaemon(true);
    return thread;
  }

  private Control control(Place at) {
    Control control;
    try {
      Heard heard = Heard.of(at.bench().play(at.profile(), null));
      control = new Control(at.bench().peer(), at.profile(), heard, null);
    } catch (Unplayable | RuntimeException e) {
      control = new Control(at.bench().peer(), at.profile(), null, message(e));
    }
    listener.controlled(control);
    return control;
  }

  private Callable<Result> trial(Place at, Defect defect, Future<Control> control) {
    return () -> {
      if (control.isDone() && !control.get().isClean()) {
        return new Result(null, NO_CONTROL);
      }
      Result result;
      try {
        result = new Result(Heard.of(at.bench().play(at.profile(), defect)), null);
      } catch (Unplayable | RuntimeException e) {
        result = new Result(null, message(e));
      }
      listener.played(defect);
      return result;
    };
  }

  private static String message(Exception e) {
    return e instanceof Unplayable ? e.getMessage() : "the kit failed: " + e;
  }

  private static Outcome outcome(
      Map<Place, List<Defect>> places,
      Map<Place, Future<Control>> controls,
      Map<Defect, Future<Result>> results)
      throws InterruptedException {
    List<Control> controlled = new ArrayList<>();
    List<Trial> trials = new ArrayList<>();
    for (Place at : places.keySet()) {
      Control control = get(controls.get(at));
      controlled.add(control);
      for (Defect defect : places.get(at)) {
        Result result = get(results.get(defect));
        String problem = control.isClean() ? result.problem() : NO_CONTROL;
        trials.add(
            problem != null
                ? Trial.unplayed(defect, problem)
                : Trial.of(defect, result.heard(), control.heard()));
      }
    }
    return new Outcome(controlled, trials);
  }

  private static <T> T get(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** What all the runs gave. */
  public record Outcome(List<Control> controls, List<Trial> trials) {}
}
