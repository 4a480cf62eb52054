package org.bitstck.server.directory;

/** What an upload does to a file that is at its destination already. */
public enum Overwrite {
  /** The file is replaced as a whole. */
  ALLOW,
  /** The upload is refused. */
  REFUSE
}
