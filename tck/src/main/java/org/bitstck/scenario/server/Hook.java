package org.bitstck.scenario.server;

import java.util.Locale;

/** What only the subject's owner can make happen: commands of the subject file. */
public enum Hook {
  /** Uploads to the directory {@code switchable} are switched off. */
  DISABLE_UPLOADS,
  /** They are switched on again. */
  ENABLE_UPLOADS,
  /** The data of all unfinished uploads vanishes from the server's disk. */
  LOSE_DATA;

  /** The word in files: {@code disable-uploads}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
