package org.bitstck.server.protocol;

import java.util.List;

/**
 * The places where the sources of the protocol differ, and which of them this server follows.
 *
 * @param name as on the command line
 * @param errorHeaders names under which the HRESULT of an error is sent
 * @param overlapStoresTail true: of a fragment that begins in received data the new bytes are
 *     stored (Win32); false: it is refused with 416 (MC-BUP 3.2.5.2.6)
 * @param destinationExists status of an upload to a file that must not be overwritten
 * @param missingLength status of a request without Content-Length
 * @param fragmentTooLarge status of a fragment above the directory's maximum
 * @param diskFull code of a full disk
 */
public record Profile(
    String name,
    List<String> errorHeaders,
    boolean overlapStoresTail,
    int destinationExists,
    int missingLength,
    int fragmentTooLarge,
    HResult diskFull) {

  /** For every client: both error headers, and whatever helps a transfer to go on. */
  public static final Profile INTEROP =
      new Profile(
          "interop",
          List.of(BitsHeader.ERROR, BitsHeader.ERROR_CODE),
          true,
          403,
          411,
          413,
          HResult.DISK_FULL);

  /** MC-BUP to the letter. */
  public static final Profile STRICT =
      new Profile(
          "strict", List.of(BitsHeader.ERROR), false, 403, 411, 500, HResult.DISK_FULL_AS_PRINTED);

  /** What the Win32 pages tell of IIS. */
  public static final Profile WIN32 =
      new Profile("win32", List.of(BitsHeader.ERROR_CODE), true, 409, 400, 413, HResult.DISK_FULL);
}
