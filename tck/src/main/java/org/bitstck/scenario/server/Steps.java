package org.bitstck.scenario.server;

import java.util.Optional;
import org.bitstck.scenario.PacketKind;
import org.bitstck.yaml.Place;

/** Steps made by the kit itself, outside of any file. */
public final class Steps {
  private static final Place NOWHERE = Place.nowhere();

  /** A packet that only lends its defaults to whoever fills in variables. */
  public static final RequestStep NOTHING = packet(PacketKind.PING, null);

  private Steps() {}

  /** A packet that lends the destination of a look at notifications to its variables. */
  public static RequestStep about(NotifiedStep look) {
    RequestStepBuilder step = new RequestStepBuilder(look.at(), Optional.of(PacketKind.PING));
    step.destination = look.destination();
    return step.build();
  }

  /**
   * A packet as a correct client sends it.
   *
   * @param range of a fragment; null for other packets
   */
  public static RequestStep packet(PacketKind kind, FragmentRange range) {
    RequestStepBuilder step = new RequestStepBuilder(NOWHERE, Optional.of(kind));
    step.range = range;
    return step.build();
  }
}
