package org.bitstck.server.application;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bitstck.server.http.Timeouts;

/**
 * How a server application is set up.
 *
 * @param host address to listen on
 * @param port 0 takes a free one
 * @param publicUrl of the application as clients reach it, without a slash at its end; null means
 *     where it listens
 * @param folder for bodies under way and static replies
 * @param shared folders below which notifications may name files; none refuses those by reference
 * @param reply what is done at paths that are not in {@code at}
 * @param at what is done at other paths
 * @param journal gets a line for each upload; null if it is not kept
 * @param maxSize largest body, in bytes
 * @param keep how long static replies are served and repetitions are recognised
 * @param connections largest number of open ones
 */
public record ApplicationConfig(
    String host,
    int port,
    String publicUrl,
    Path folder,
    List<Path> shared,
    ReplyRule reply,
    Map<String, ReplyRule> at,
    Path journal,
    long maxSize,
    Duration keep,
    int connections,
    Timeouts timeouts) {

  /** What is done with uploads that are notified at a path. */
  ReplyRule rule(String path) {
    return at.getOrDefault(path, reply);
  }
}
