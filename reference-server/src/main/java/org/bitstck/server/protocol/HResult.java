package org.bitstck.server.protocol;

/**
 * The error codes that this server reports, as 32-bit HRESULTs. Source: MC-BUP 2.2.1.2, 3.2.5.2.
 */
public enum HResult {
  /** BG_E_SESSION_NOT_FOUND: no session has this id. */
  SESSION_NOT_FOUND(0x8020001F),
  /** BG_E_TOO_LARGE: the entity, or the fragment, is above the directory's maximum. */
  TOO_LARGE(0x80200020),
  /** BG_E_SERVER_EXECUTE_ENABLED: uploaded files could be run as scripts. */
  SERVER_EXECUTE_ENABLED(0x80200023),
  /** E_ACCESSDENIED. */
  ACCESS_DENIED(0x80070005),
  /** E_INVALIDARG: the request breaks the syntax. */
  INVALID_ARGUMENT(0x80070057),
  /** ERROR_PATH_NOT_FOUND: the destination's folder is missing. */
  PATH_NOT_FOUND(0x80070003),
  /** ERROR_FILE_NOT_FOUND: the stored entity is gone. */
  FILE_NOT_FOUND(0x80070002),
  /** ERROR_DISK_FULL (112 decimal). */
  DISK_FULL(0x80070070),
  /** What the table of MC-BUP prints for a full disk, and for time-outs of a notification. */
  DISK_FULL_AS_PRINTED(0x80070112),
  /** ERROR_TOO_MANY_SESS: a limit on sessions is reached. */
  TOO_MANY_SESSIONS(0x80070045),
  /** ERROR_BAD_NET_RESP: the application could not be reached, or answered with an error. */
  APPLICATION_FAILED(0x8007003A),
  /** E_FAIL: the server failed, for a reason that is in its log. */
  FAILED(0x80004005);

  private final int code;

  HResult(int code) {
    this.code = code;
  }

  /** As it goes into a header: {@code 0x} and eight upper-case digits. */
  @Override
  public String toString() {
    return String.format("0x%08X", code);
  }
}
