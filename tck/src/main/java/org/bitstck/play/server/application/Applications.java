package org.bitstck.play.server.application;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The addresses at which the kit plays the server application, by port. */
public final class Applications implements AutoCloseable {
  private static final int HTTP_PORT = 80;

  private final Map<Integer, ServerApplication> byPort = new TreeMap<>();
  private ServerApplication own;

  /**
   * The one on a port of the kit's choice; listens if it does not yet.
   *
   * @throws IOException if there is no free port
   */
  public synchronized ServerApplication own() throws IOException {
    if (own == null) {
      own = ServerApplication.listen(0);
      byPort.put(own.port(), own);
    }
    return own;
  }

  /**
   * Listens where a directory notifies its application. A relative URL means whatever host the
   * client names, which the kit does.
   *
   * @param notifies the URL, absolute or relative
   * @throws IOException if the port is taken by somebody else
   * @throws IllegalArgumentException if it is no URL
   */
  public synchronized ServerApplication listen(String notifies) throws IOException {
    URI url = URI.create(notifies);
    if (!url.isAbsolute()) {
      return own();
    }
    ServerApplication known = byPort.get(port(url));
    if (known != null) {
      return known;
    }
    ServerApplication application = ServerApplication.listen(port(url));
    byPort.put(application.port(), application);
    return application;
  }

  /** The one that a directory notifies, if the kit listens there. */
  public synchronized Optional<ServerApplication> at(String notifies) {
    URI url = URI.create(notifies);
    return Optional.ofNullable(url.isAbsolute() ? byPort.get(port(url)) : own);
  }

  private static int port(URI url) {
    return url.getPort() >= 0 ? url.getPort() : HTTP_PORT;
  }

  /** What came that belongs to no scenario, in words. */
  public synchronized List<String> strays() {
    return byPort.values().stream()
        .flatMap(application -> application.strays().stream())
        .distinct()
        .toList();
  }

  @Override
  public synchronized void close() {
    byPort.values().forEach(ServerApplication::close);
  }
}
