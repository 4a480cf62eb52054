package org.bitstck.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.http.Timeouts;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.session.Durability;
import org.bitstck.server.session.Sessions;

/**
 * Everything that an operator decides.
 *
 * @param folder root of the published files; absolute, without symbolic links
 * @param listen where uploads are taken
 * @param admin where metrics and health are served; null: nowhere
 * @param tls null for plain HTTP
 * @param users file of names and bcrypt hashes; null if there is none
 * @param profile how the protocol is read
 * @param durability when data is forced to the disk
 * @param timeouts for peers
 * @param connections largest number of open connections
 * @param sessions limits on the number of sessions
 * @param log what is logged, and how
 * @param directories at least one
 */
public record ServerConfig(
    Path folder,
    Listen listen,
    Listen admin,
    Tls tls,
    Path users,
    Profile profile,
    Durability durability,
    Timeouts timeouts,
    int connections,
    Sessions.Limit sessions,
    LogConfig log,
    List<Directory> directories) {

  /**
   * The same configuration for one of several servers in a process: it has no metrics, and does not
   * wait for its clients when it ends.
   *
   * @param port 0 for a free one
   */
  public ServerConfig pooled(int port) {
    return new ServerConfig(
        folder,
        new Listen(listen.host(), port),
        null,
        tls,
        users,
        profile,
        durability,
        timeouts.stop(Duration.ZERO),
        connections,
        sessions,
        log,
        directories);
  }

  /** An address; port 0 is a free one. */
  public record Listen(String host, int port) {}

  /** Two PEM files: the certificate with its chain, and its PKCS#8 key. */
  public record Tls(Path certificate, Path key) {}

  /** Whether lines are JSON objects, and whether each request has one. */
  public record LogConfig(boolean json, boolean access) {}
}
