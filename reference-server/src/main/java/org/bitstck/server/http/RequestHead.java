package org.bitstck.server.http;

import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;

/** What the head of a request means for its connection. */
final class RequestHead {
  /** Bytes of an unwanted body that are read so that the connection can be used again. */
  static final long DRAIN = 16L * 1024 * 1024;

  /** The method of all upload packets; method names are case-sensitive (MC-BUP 2.2.1). */
  private static final HttpMethod BITS_POST = HttpMethod.valueOf("BITS_POST");

  private RequestHead() {}

  /**
   * Whether the answer is an Ack. What could not be read gets one too, because it may have been a
   * packet.
   */
  static boolean isPacket(HttpRequest head) {
    return head.method().equals(BITS_POST) || head.decoderResult().isFailure();
  }

  /** Whether nothing can follow this request on its connection. */
  static boolean endsConnection(HttpRequest head) {
    // bytes behind a head without a length may belong to it or to the next request
    boolean unknownLength =
        HttpUtil.isTransferEncodingChunked(head)
            || (isPacket(head) && !head.headers().contains("Content-Length"));
    return unknownLength || !HttpUtil.isKeepAlive(head) || head.decoderResult().isFailure();
  }

  /** Whether something follows the head. */
  static boolean hasBody(HttpRequest head) {
    return !head.headers().get("Content-Length", "0").equals("0");
  }

  /** Whether the body, if nobody wants it, is worth reading. */
  static boolean hasSmallBody(HttpRequest head) {
    String length = head.headers().get("Content-Length", "0");
    return length.matches("[0-9]{1,18}") && Long.parseLong(length) <= DRAIN;
  }
}
