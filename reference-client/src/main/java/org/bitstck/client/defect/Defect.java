package org.bitstck.client.defect;

import java.util.List;
import java.util.function.Supplier;
import org.bitstck.client.upload.Policies;

/**
 * A mistake that the client can be told to make, to see whether a test kit finds it.
 *
 * @param id a requirement of the kit's catalogue, and behind a slash which mistake it is
 * @param sentence what the client does wrong
 * @param follows requirements that cannot be met either because of it
 * @param why they cannot, null if there are none
 * @param policies makes what is wrong, for one upload
 */
public record Defect(
    String id, String sentence, List<String> follows, String why, Supplier<Policies> policies) {

  static Defect defect(String id, String sentence, Supplier<Policies> policies) {
    return new Defect(id, sentence, List.of(), null, policies);
  }

  /** The same, and what follows from it. */
  Defect follows(String because, String... requirements) {
    return new Defect(id, sentence, List.of(requirements), because, policies);
  }

  /** The requirement that is broken. */
  public String requirement() {
    return id.substring(0, id.indexOf('/'));
  }
}
