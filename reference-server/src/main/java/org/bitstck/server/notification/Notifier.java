package org.bitstck.server.notification;

import java.util.concurrent.CompletableFuture;

/** Tells a server application of uploads. */
public interface Notifier {
  /**
   * Tells of one upload.
   *
   * @return its answer; or a failure, a {@link org.bitstck.server.protocol.Refusal} with context
   *     0x7
   */
  CompletableFuture<ApplicationAnswer> send(Notification notification);
}
