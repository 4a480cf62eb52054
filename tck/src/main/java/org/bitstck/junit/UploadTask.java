package org.bitstck.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** What a client is told to upload; the same object in all that is said of one upload. */
public interface UploadTask {
  /** Unique in a run: letters, digits and hyphens. */
  String id();

  /** The destination, to be sent as it is written. */
  String url();

  /** The file. */
  Path file();

  /** Where the reply is to be stored; empty unless {@code REPLY} is declared and one is wanted. */
  Optional<Path> replyTo();

  /** Bytes of a fragment; empty: the client's own choice. */
  OptionalLong fragmentSize();

  /** For HTTP authentication; may be others when an upload is resumed. */
  Optional<String> user();

  /** That of the user. */
  Optional<String> password();

  /** How long sending one request may take; empty: the client's own choice. */
  Optional<Duration> sendTimeout();

  /** How long an answer may take; empty: the client's own choice. */
  Optional<Duration> answerTimeout();

  /** How long to wait before something is tried again; empty: the client's own choice. */
  Optional<Duration> retryDelay();
}
