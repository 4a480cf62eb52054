package org.bitstck.server.session;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Refusal;

/** What the client is told when the disk fails. */
public final class StorageFailure {
  private StorageFailure() {}

  /** The refusal for a failure; the session stays usable after each of them. */
  public static Refusal refusal(IOException failure, HResult diskFull) {
    if (failure instanceof NoSuchFileException) {
      return Refusal.server(404, HResult.FILE_NOT_FOUND, "the stored entity is gone");
    }
    if (isDiskFull(failure)) {
      return Refusal.server(500, diskFull, "the disk is full");
    }
    return Refusal.server(500, HResult.FAILED, "storage: " + failure);
  }

  /** Java has no type for it: these are the words of Linux, macOS and Windows. */
  private static boolean isDiskFull(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("quota exceeded")
        || message.contains("not enough space");
  }
}
