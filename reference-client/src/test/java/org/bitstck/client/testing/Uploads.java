package org.bitstck.client.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.Timers;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.RetryPolicy;
import org.bitstck.client.upload.Upload;
import org.bitstck.client.upload.UploadListener;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;

/** Makes uploads for tests. */
public final class Uploads {
  /** Retries without much waiting. */
  public static final RetryPolicy PATIENT =
      new RetryPolicy(5, Duration.ofMillis(1), Duration.ofMillis(5), true);

  private Uploads() {}

  /** A file of random bytes, the same for each length. */
  public static Path file(Path folder, int length) throws IOException {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return Files.write(folder.resolve("upload.bin"), bytes);
  }

  public static UploadOptions options(Path file, String url) {
    Duration minute = Duration.ofMinutes(1);
    return UploadOptions.of(file, Destination.parse(url))
        .withTimers(new Timers(minute, minute, minute));
  }

  public static Upload upload(UploadOptions options) {
    return new Upload(options, new UploadState(), new UploadListener() {});
  }

  /** Uploads once. */
  public static Outcome run(UploadOptions options) {
    try (Upload upload = upload(options)) {
      return upload.run();
    }
  }
}
