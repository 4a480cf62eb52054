package org.bitstck.play.tap;

import java.io.IOException;

/** Says answers over HTTP. May be asked by several threads at once. */
public interface AnswerSource extends AutoCloseable {
  /**
   * Has a question answered.
   *
   * @throws IOException if no answer comes; that is the kit's own fault
   */
  Said say(Question question) throws IOException;

  /**
   * Waits until answers come without delay.
   *
   * @throws IOException if they never will; the message is for the user
   */
  default void awaitReady() throws IOException {
    // most have nothing to start
  }

  @Override
  void close();

  /**
   * An answer as bytes.
   *
   * @param head status line and headers with the empty line
   * @param answer what it was made of
   */
  record Said(byte[] head, byte[] body, Answer answer) {}
}
