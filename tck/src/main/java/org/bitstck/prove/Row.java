package org.bitstck.prove;

import java.util.List;
import java.util.Locale;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Requirement;

/**
 * A requirement and what became of the defects that break it: a line of the matrix.
 *
 * @param peer who has to meet it; null where no kind of peer is tested for it
 * @param level in the profile in which its defects break something
 * @param reason why it is not reachable; empty if it is
 * @param trials of its defects; may be none
 */
public record Row(
    Requirement requirement, Peer peer, Level level, String reason, List<Trial> trials) {

  /** How well the suite guards a requirement: the best that was made of its defects. */
  public enum State {
    OWN("killed by its own requirement"),
    OTHERS("killed only by others"),
    SURVIVED("survived"),
    UNPLAYED("not played"),
    NO_DEFECT("no defect"),
    NOT_REACHABLE("not reachable");

    private final String text;

    State(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }

    /** In files: {@code no-defect}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public State state() {
    return trials.stream()
        .map(trial -> State.valueOf(trial.fate().name()))
        .min(State::compareTo)
        .orElse(reason.isEmpty() ? State.NO_DEFECT : State.NOT_REACHABLE);
  }

  /** {@code BITS-SRV-FRAGMENT} of {@code BITS-SRV-FRAGMENT-005}. */
  public String area() {
    return requirement.id().replaceAll("-\\d+$", "");
  }
}
