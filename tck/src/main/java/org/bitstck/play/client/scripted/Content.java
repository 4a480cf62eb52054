package org.bitstck.play.client.scripted;

/**
 * The body of a request, framing taken off.
 *
 * @param length in bytes
 * @param bytes the body itself; null where it was too much to be kept
 * @param likeFile whether it is the part of the client's file that its Content-Range names; looked
 *     at only where it is not kept
 */
public record Content(long length, byte[] bytes, boolean likeFile) {
  private static final byte[] NOTHING = new byte[0];

  /** No body. */
  public static final Content NONE = of(NOTHING);

  /** One that was kept. */
  public static Content of(byte[] bytes) {
    return new Content(bytes.length, bytes, false);
  }
}
