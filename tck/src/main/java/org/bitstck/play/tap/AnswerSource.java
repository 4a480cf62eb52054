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
