package org.bitstck.client.upload;

import org.bitstck.client.http.Destination;

/** Finds out where a reply is. */
public interface ReplyPlace {
  /**
   * Reads BITS-Reply-URL.
   *
   * @param upload URL to which the packets go at the moment
   * @throws IllegalArgumentException if it leads nowhere
   */
  Destination of(String replyUrl, Destination upload);
}
