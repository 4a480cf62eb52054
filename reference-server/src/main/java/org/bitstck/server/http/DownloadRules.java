package org.bitstck.server.http;

/**
 * What is decided about GET and HEAD.
 *
 * @param ranges which parts of a file a Range header asks for
 * @param partHeaders the headers of a part of an answer with several ranges
 */
public record DownloadRules(ByteRanges.Reader ranges, Multipart.PartHeaders partHeaders) {
  /** What HTTP asks for. */
  public static final DownloadRules STANDARD =
      new DownloadRules(ByteRanges::parse, Multipart::headers);
}
