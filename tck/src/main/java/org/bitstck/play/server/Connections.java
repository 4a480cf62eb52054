package org.bitstck.play.server;

import java.util.HashMap;
import java.util.Map;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Patience;
import org.bitstck.play.Transport;

/**
 * The connections of one scenario.
 *
 * <p>Unless a scenario is about connections, a packet goes over the connection of the one before as
 * long as all went well on it, and over a new one after a refusal: what a server left unread must
 * not spoil the next check.
 */
final class Connections implements AutoCloseable {
  private static final String UNNAMED = "";

  private final Transport transport;
  private final Endpoint endpoint;
  private final long epochNanos;
  private final Patience patience;
  private final Map<String, Connection> open = new HashMap<>();
  private int count;

  Connections(Transport transport, Endpoint endpoint, long epochNanos, Patience patience) {
    this.transport = transport;
    this.endpoint = endpoint;
    this.epochNanos = epochNanos;
    this.patience = patience;
  }

  /**
   * The connection for a step.
   *
   * @param choice {@code same}, {@code new}, a name, or null
   * @param keepAfterRefusal the last answer does not matter
   * @param lastWentWell whether the last exchange over the unnamed connection was a success
   */
  Connection choose(String choice, boolean keepAfterRefusal, boolean lastWentWell) {
    if (choice == null) {
      Connection current = open.get(UNNAMED);
      boolean keep = current != null && (lastWentWell || keepAfterRefusal) && current.isUsable();
      return keep ? current : fresh(UNNAMED);
    }
    if (choice.equals("new")) {
      return fresh(UNNAMED);
    }
    boolean same = choice.equals("same");
    String name = same ? UNNAMED : choice;
    Connection current = open.get(name);
    // a named one that the server closed is opened again: closing is its right
    return current != null && (same || current.isUsable()) ? current : fresh(name);
  }

  /** A new one beside those of the packets, which stay open; to be closed by the caller. */
  Connection beside() {
    return transport.connect(endpoint, ++count, epochNanos, patience);
  }

  /** A new connection in the place of the one with that name. */
  private Connection fresh(String name) {
    Connection old = open.remove(name);
    if (old != null) {
      old.close();
    }
    Connection connection = beside();
    open.put(name, connection);
    return connection;
  }

  /** A new one for a step whose connection turned out to have been closed meanwhile. */
  Connection replace(String choice) {
    return fresh(choice == null || choice.equals("new") ? UNNAMED : choice);
  }

  @Override
  public void close() {
    open.values().forEach(Connection::close);
  }
}
