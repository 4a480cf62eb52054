package org.bitstck.server.defect.application;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitstck.server.application.ApplicationPolicies;
import org.bitstck.server.defect.Defect;
import org.bitstck.server.defect.DefectList;

/** All mistakes that the server application can be told to have. */
public final class ApplicationDefects {
  private ApplicationDefects() {}

  /** In the order of their requirements; each puts other decisions into the place of the right. */
  public static DefectList<AtomicReference<ApplicationPolicies>> list() {
    return new DefectList<>(
        "server-application",
        Stream.of(RequestDefects.all(), ResponseDefects.all(), ConductDefects.all())
            .flatMap(List::stream)
            .toList());
  }

  static Defect<AtomicReference<ApplicationPolicies>> defect(
      String id, String sentence, UnaryOperator<ApplicationPolicies> change) {
    return Defect.of(id, sentence, policies -> policies.updateAndGet(change));
  }
}
