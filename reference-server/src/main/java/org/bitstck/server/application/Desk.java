package org.bitstck.server.application;

import java.util.concurrent.CompletableFuture;

/** Does what is to be done with an upload. */
@FunctionalInterface
public interface Desk {

  /**
   * Takes one.
   *
   * @param rule what is done with it
   * @param body the data by value; null by reference
   * @return the answer; or a failure, {@link Refused} or an {@link java.io.IOException}
   */
  CompletableFuture<Answer> take(Notice notice, ReplyRule rule, Upload body);
}
