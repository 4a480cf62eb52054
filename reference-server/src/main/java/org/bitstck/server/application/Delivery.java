package org.bitstck.server.application;

import java.io.IOException;

/** Brings a reply to where the server looks for it. Source: MC-BUP 2.2.13.3. */
@FunctionalInterface
public interface Delivery {

  /**
   * Brings one.
   *
   * @param staticUrl where the reply is already; null if it is to be brought
   * @return the answer to the notification
   * @throws IOException if the file of the reply cannot be written
   */
  Answer deliver(Notice notice, Content reply, String staticUrl, boolean copy) throws IOException;

  /** Into the file by reference, into the body by value, and nowhere else if it has a URL. */
  static Delivery asNotified() {
    return (notice, reply, staticUrl, copy) -> {
      if (staticUrl != null) {
        return new Answer(200, staticUrl, copy, Content.NOTHING);
      }
      if (notice.byReference()) {
        reply.writeTo(notice.reply());
        return new Answer(200, null, copy, Content.NOTHING);
      }
      return new Answer(200, null, copy, reply);
    };
  }
}
