package org.bitstck.play.application;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses at which the kit plays the server application, by port. */
public final class Applications implements AutoCloseable {
  private final Map<Integer, ServerApplication> byPort = new ConcurrentHashMap<>();

  /**
   * Listens on a port unless it does already.
   *
   * @param port 0 for a free one
   * @return the port
   * @throws IOException if it is taken by somebody else
   */
  public int listen(int port) throws IOException {
    if (byPort.containsKey(port)) {
      return port;
    }
    ServerApplication application = ServerApplication.listen(port);
    byPort.put(application.port(), application);
    return application.port();
  }

  public Optional<ServerApplication> at(int port) {
    return Optional.ofNullable(byPort.get(port));
  }

  @Override
  public void close() {
    byPort.values().forEach(ServerApplication::close);
  }
}
