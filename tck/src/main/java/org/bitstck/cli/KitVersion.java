package org.bitstck.cli;

import picocli.CommandLine.IVersionProvider;

/** The kit's version, from the jar's manifest. */
public final class KitVersion implements IVersionProvider {
  /** The version, or {@code development} outside of a jar. */
  public static String text() {
    String version = KitVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"bits-tck " + text()};
  }
}
