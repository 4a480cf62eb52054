package org.bitstck.server.notification;

import java.net.URI;
import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.protocol.Refusal;

/** Where a notification goes. Source: Win32 page BITSServerNotificationURL. */
public final class NotificationUrl {
  private NotificationUrl() {}

  /**
   * The URL for one upload.
   *
   * @param configured absolute, or relative to the destination
   * @param destination absolute URL of the upload
   * @param query of the upload's URL, appended as it is; null if there is none
   * @throws Refusal 400, context 0x7, if no usable URL comes out
   */
  public static URI of(String configured, String destination, String query) throws Refusal {
    try {
      String url = configured;
      if (query != null) {
        url += (url.contains("?") ? "&" : "?") + query;
      }
      URI relative = URI.create(url);
      URI absolute = relative.isAbsolute() ? relative : URI.create(destination).resolve(relative);
      if (absolute.getHost() != null && absolute.toString().length() <= Limits.URL) {
        return absolute;
      }
    } catch (IllegalArgumentException e) {
      throw unusable();
    }
    throw unusable();
  }

  private static Refusal unusable() {
    return new Refusal(
        400,
        HResult.INVALID_ARGUMENT,
        ErrorContext.APPLICATION,
        "no notification URL can be made for this upload");
  }
}
