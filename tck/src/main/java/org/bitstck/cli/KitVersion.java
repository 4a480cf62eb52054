package org.bitstck.cli;

import org.bitstck.report.Reports;
import picocli.CommandLine.IVersionProvider;

/** The kit's version, from the jar's manifest. */
public final class KitVersion implements IVersionProvider {
  /** The version, or {@code development} outside of a jar. */
  public static String text() {
    return Reports.kitVersion();
  }

  @Override
  public String[] getVersion() {
    return new String[] {"bits-tck " + text()};
  }
}
