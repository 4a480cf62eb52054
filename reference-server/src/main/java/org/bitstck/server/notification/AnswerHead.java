package org.bitstck.server.notification;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;
import org.bitstck.server.protocol.BitsHeader;
import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.protocol.Refusal;

/** Reads the head of the application's answer. Source: MC-BUP 2.2.13, 3.3.5.2.4. */
final class AnswerHead {
  private AnswerHead() {}

  /**
   * What a head says.
   *
   * @throws Refusal if the application refuses the upload, or if the head breaks the rules
   */
  static ApplicationAnswer read(HttpResponse response) throws Refusal {
    if (response.decoderResult().isFailure()) {
      throw ApplicationFailure.malformed("not HTTP");
    }
    int status = response.status().code();
    if (!response.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
      throw ApplicationFailure.malformed("not HTTP/1.1");
    }
    if (status >= 300 && status <= 599) {
      throw ApplicationFailure.status(status);
    }
    if (status != 200) {
      throw ApplicationFailure.malformed("status " + status);
    }
    boolean copy = response.headers().contains(BitsHeader.COPY_FILE_TO_DESTINATION);
    String url = response.headers().get(BitsHeader.STATIC_RESPONSE_URL, "").strip();
    return new ApplicationAnswer(url.isEmpty() ? null : checked(url), copy);
  }

  private static String checked(String url) throws Refusal {
    if (url.length() > Limits.URL) {
      throw new Refusal(
          400,
          HResult.INVALID_ARGUMENT,
          ErrorContext.APPLICATION,
          "the reply URL is above " + Limits.URL + " characters");
    }
    try {
      URI uri = URI.create(url);
      if (uri.getScheme() != null
          && uri.getScheme().matches("(?i)https?")
          && uri.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      throw ApplicationFailure.malformed("the static URL does not parse");
    }
    throw ApplicationFailure.malformed("the static URL is not absolute");
  }
}
