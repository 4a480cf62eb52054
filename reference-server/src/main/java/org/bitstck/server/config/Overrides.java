package org.bitstck.server.config;

import java.nio.file.Path;

/** What the command line says; it wins over the file. Null where it says nothing. */
public record Overrides(
    String host,
    Integer port,
    Integer adminPort,
    Path folder,
    String profile,
    Boolean noFsync,
    Boolean json,
    Boolean access) {
  /** The same, but for another folder and any free port, without metrics. */
  public Overrides elsewhere(Path otherFolder) {
    return new Overrides(host, 0, null, otherFolder, profile, noFsync, json, access);
  }

  /** Nothing is said. */
  public static final Overrides NONE =
      new Overrides(null, null, null, null, null, null, null, null);
}
