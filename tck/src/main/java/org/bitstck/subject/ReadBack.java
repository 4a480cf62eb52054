package org.bitstck.subject;

import java.nio.file.Path;

/**
 * How the kit looks at what the subject has stored.
 *
 * @param kind the way
 * @param folder for {@link Kind#FOLDER}: what the subject's URL is mapped to; null otherwise
 */
public record ReadBack(Kind kind, Path folder) {
  /** The ways. */
  public enum Kind {
    /** Nothing is said: GET is tried, and used if it shows what was uploaded. */
    TRY_HTTP,
    /** GET on the destination URL. */
    HTTP,
    /** The files lie in a folder that the kit can read. */
    FOLDER,
    /** There is no way. */
    NONE
  }

  public static final ReadBack TRY_HTTP = new ReadBack(Kind.TRY_HTTP, null);
}
