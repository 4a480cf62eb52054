package org.bitstck.cli;

/** What the process tells its caller. */
public final class ExitCode {
  public static final int CONFORMANT = 0;
  public static final int NOT_CONFORMANT = 1;

  /** The command line, a scenario file or a subject file is wrong. */
  public static final int USAGE = 2;

  /** The subject cannot be reached or started. */
  public static final int UNREACHABLE = 3;

  /** The kit is at fault. */
  public static final int KIT_AT_FAULT = 4;

  /** The list of known failures is stale. */
  public static final int STALE_LIST = 5;

  private ExitCode() {}
}
