package org.bitstck.junit;

import java.util.Set;
import org.bitstck.scenario.client.Capability;

/**
 * A client under test. {@link #upload} is all there has to be; each other method that is overridden
 * declares that the client can do that. What is not declared is not tested. Several uploads are
 * under way at once, each in a thread of its own, unless {@code jobs} is 1.
 */
@FunctionalInterface
public interface BitsClient {
  /**
   * Uploads a file; returns when the upload has ended, or was paused or cancelled.
   *
   * @return how it ended; null is a success
   * @throws Exception if it failed; {@link UploadOutcome#failed} can tell more
   */
  UploadOutcome upload(UploadTask task) throws Exception;

  /**
   * Pauses an upload that is under way, by another thread: the exchange under way may end, then
   * nothing is sent, and {@link #upload} returns {@link UploadOutcome#PAUSED}. Overridden means:
   * the client can pause.
   */
  default void pause(UploadTask task) throws Exception {
    throw new UnsupportedOperationException();
  }

  /**
   * Goes on with an upload that was paused, or has failed; otherwise like {@link #upload}.
   * Overridden means: the client can resume.
   */
  default UploadOutcome resume(UploadTask task) throws Exception {
    throw new UnsupportedOperationException();
  }

  /**
   * Gives an upload up, and its session on the server. Of one that is under way {@link #upload}
   * returns {@link UploadOutcome#CANCELLED}; one that was paused or has failed is given up when
   * this method returns. Overridden means: the client can cancel.
   */
  default void cancel(UploadTask task) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** What no other method shows: that it obeys parts of the task, and what it tells. */
  default Set<Capability> capabilities() {
    return Set.of();
  }

  /** What messages call it. */
  default String name() {
    return getClass().getSimpleName();
  }
}
