package org.bitstck.prove;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

  /** How often a peer without a defect may be tried. */
  private static final int CONTROLS = 3;

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
   * @param jobs runs at a time on each bench: what one kind of peer waits for, another can use
   */
  public Prover(List<Bench> benches, int jobs, Listener listener) {
    this.benches = List.copyOf(benches);
    this.jobs = jobs;
    this.listener = listener;
  }

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
    Map<Bench, ExecutorService> threads = new HashMap<>();
    benches.forEach(
        bench -> threads.put(bench, Executors.newFixedThreadPool(jobs, Prover::thread)));
    try {
      Map<Place, Future<Control>> controls = new LinkedHashMap<>();
      for (Place at : places.keySet()) {
        controls.put(at, threads.get(at.bench()).submit(() -> control(at)));
      }
      List<Future<Trial>> trials = new ArrayList<>();
      places.forEach(
          (at, there) ->
              there.forEach(
                  defect ->
                      trials.add(
                          threads.get(at.bench()).submit(trial(at, defect, controls.get(at))))));
      return new Outcome(all(controls.values()), all(trials));
    } finally {
      threads.values().forEach(ExecutorService::shutdownNow);
    }
  }

  private Map<Place, List<Defect>> places(List<Defect> defects) {
    Map<Place, List<Defect>> places = new LinkedHashMap<>();
    for (Bench bench : benches) {
      for (Profile profile : Profile.values()) {
        List<Defect> there =
            defects.stream().filter(d -> bench.takes(d) && d.profile() == profile).toList();
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

  /** A machine that was busy for a moment is given another chance. */
  private Control control(Place at) {
    Control control = play(at);
    for (int i = 1; i < CONTROLS && !control.isClean(); i++) {
      control = play(at);
    }
    listener.controlled(control);
    return control;
  }

  private static Control play(Place at) {
    try {
      Heard heard = Heard.of(at.bench().play(at.profile(), null));
      return new Control(at.bench().name(), at.bench().peer(), at.profile(), heard, null);
    } catch (Unplayable | RuntimeException e) {
      return new Control(at.bench().name(), at.bench().peer(), at.profile(), null, message(e));
    }
  }

  private Callable<Trial> trial(Place at, Defect defect, Future<Control> control) {
    return () -> {
      if (control.isDone() && !control.get().isClean()) {
        return Trial.unplayed(defect, NO_CONTROL);
      }
      Trial trial = play(at, defect, control);
      if (!trial.isPlain() && control.get().isClean()) {
        trial = trial.again(play(at, defect, control));
      }
      listener.played(defect);
      return trial;
    };
  }

  private static Trial play(Place at, Defect defect, Future<Control> control)
      throws InterruptedException, ExecutionException {
    try {
      Heard heard = Heard.of(at.bench().play(at.profile(), defect));
      // controls were started before all trials, so that one is not waited for in vain
      return control.get().isClean()
          ? Trial.of(defect, heard, control.get().heard())
          : Trial.unplayed(defect, NO_CONTROL);
    } catch (Unplayable | RuntimeException e) {
      return Trial.unplayed(defect, message(e));
    }
  }

  private static String message(Exception e) {
    return e instanceof Unplayable ? e.getMessage() : "the kit failed: " + e;
  }

  private static <T> List<T> all(Collection<Future<T>> futures) throws InterruptedException {
    List<T> all = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        all.add(future.get());
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    return all;
  }

  /** What all the runs gave. */
  public record Outcome(List<Control> controls, List<Trial> trials) {}
}
