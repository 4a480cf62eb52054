package org.bitstck.server.defect.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.bitstck.server.application.Answer;
import org.bitstck.server.application.Desk;
import org.bitstck.server.application.Notice;
import org.bitstck.server.application.ReplyRule;
import org.bitstck.server.application.Upload;

/** Looks for the data by value where it has been some time ago. */
final class FixedPath implements Desk {
  private final Desk next;
  private final Upload old;

  FixedPath(Desk next) {
    this.next = next;
    try {
      Path file = Files.createTempFile("bits-application-", ".old");
      file.toFile().deleteOnExit();
      old = Upload.read(Files.writeString(file, "the upload of another day"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public CompletableFuture<Answer> take(Notice notice, ReplyRule rule, Upload body) {
    return next.take(notice, rule, notice.byReference() ? body : old);
  }
}
