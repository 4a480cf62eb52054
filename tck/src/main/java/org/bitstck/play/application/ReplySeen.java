package org.bitstck.play.application;

import org.bitstck.subject.DeclaredReply;

/**
 * What belongs to the answer to a notification and is not in it.
 *
 * @param upload its bytes
 * @param byReference whether the reply is wanted in a file
 * @param file what was found at the path of the reply; null if nothing was, and by value
 * @param before the reply to the notification of the same upload before; null if there was none
 * @param declared what the application is to reply
 * @param sameAgain whether the application declares to repeat its reply to the byte
 */
public record ReplySeen(
    byte[] upload,
    boolean byReference,
    byte[] file,
    byte[] before,
    DeclaredReply declared,
    boolean sameAgain) {

  /**
   * The bytes of the reply, in the right place or the other one.
   *
   * @param body of the answer
   * @return null if there is none
   */
  public byte[] bytes(byte[] body) {
    if (file != null && file.length > 0) {
      return file;
    }
    return body.length > 0 ? body : null;
  }
}
