package org.bitstck.server.defect;

import java.util.List;
import java.util.stream.Stream;
import org.bitstck.server.Policies;

/** All mistakes that the server can be told to have, in the order of their requirements. */
public final class Defects {
  public static final DefectList<Policies> LIST =
      new DefectList<>(
          "server",
          Stream.of(AckDefects.all(), PingDefects.all(), FragmentDefects.all())
              .flatMap(List::stream)
              .toList());

  private Defects() {}
}
