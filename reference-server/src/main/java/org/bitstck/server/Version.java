package org.bitstck.server;

import picocli.CommandLine.IVersionProvider;

/** The version of the jar; printed on the command line only, never sent. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"bits-server " + (version == null ? "(unpackaged)" : version)};
  }
}
