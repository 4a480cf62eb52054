package org.bitstck.client.reply;

import org.bitstck.client.http.ExchangeFailure;

/** What is known of a reply that is being downloaded; outlives a pause. */
public interface ReplyProgress {
  /** Bytes of the whole reply; -1 if not known yet. */
  long size();

  /** What tells one content from another, null if not known. */
  String version();

  /** The reply turned out to be that, or nothing is known of it any more (-1 and null). */
  void entity(long size, String version) throws ExchangeFailure;

  /** That many bytes are there. */
  void received(long position);

  void answered(String method, int status);
}
