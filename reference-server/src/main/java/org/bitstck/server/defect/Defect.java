package org.bitstck.server.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bitstck.server.observe.JsonLine;

/**
 * A mistake that a peer can be told to have, so that a test kit can be tested: does it find this
 * one, and blame it on the right requirement?
 *
 * @param <T> the decisions of the peer, one of which is replaced
 * @param id of the requirement that is broken, a slash, and a word for this way to break it
 * @param sentence what is wrong, for people
 * @param follows other requirements that are broken by it of necessity
 * @param why they are; null if there are none
 * @param change makes the mistake
 */
public record Defect<T>(
    String id, String sentence, List<String> follows, String why, Consumer<T> change) {

  /** A mistake that breaks one requirement only. */
  public static <T> Defect<T> of(String id, String sentence, Consumer<T> change) {
    return new Defect<>(id, sentence, List.of(), null, change);
  }

  /**
   * The same mistake, of which others follow.
   *
   * @param reason in a few words
   */
  public Defect<T> follows(String reason, String... requirements) {
    List<String> all = new ArrayList<>(follows);
    all.addAll(List.of(requirements));
    String text = why == null ? reason : why + "; " + reason;
    return new Defect<>(id, sentence, List.copyOf(all), text, change);
  }

  /** The requirement that is broken. */
  public String requirement() {
    return id.substring(0, id.indexOf('/'));
  }

  /**
   * The defect as a JSON object in one line.
   *
   * @param role of the peer
   */
  public String json(String role) {
    return JsonLine.of(
        "id",
        id,
        "requirement",
        requirement(),
        "role",
        role,
        "sentence",
        sentence,
        "follows",
        follows,
        "why",
        why);
  }
}
