package org.bitstck.client.command;

import java.util.function.Supplier;
import org.bitstck.client.defect.Defect;
import org.bitstck.client.defect.Defects;
import org.bitstck.client.upload.Policies;
import picocli.CommandLine.Option;

/** What makes the client wrong on purpose. */
final class DefectOptions {
  @Option(
      names = "--defect",
      paramLabel = "ID",
      description = "For testing test kits only: be wrong in that way.")
  private String defectId;

  @Option(
      names = "--list-defects",
      description = "Name the defects (JSON lines); the only word on the command line.")
  private boolean listDefects;

  @Option(
      names = "--defects",
      description = "With --driver, for testing test kits only: orders may name a defect.")
  private boolean defects;

  /** Whether words were given that have no place beside others. */
  boolean standAlone() {
    return listDefects || defects;
  }

  /**
   * What each upload does.
   *
   * @throws IllegalArgumentException if there is no such defect
   */
  Supplier<Policies> policies() {
    if (defectId == null) {
      return () -> Policies.PROTOCOL;
    }
    Defect defect = Defects.of(defectId);
    DefectList.warn(defect);
    return defect.policies();
  }
}
