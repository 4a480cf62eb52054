package org.bitstck.server.session;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;

/** The open sessions, found by their id alone (MC-BUP 3.2.1.1). */
public final class Sessions {
  /**
   * How many sessions there may be.
   *
   * @param total in all
   * @param perClient for one IP address
   */
  public record Limit(int total, int perClient) {}

  private final Map<SessionId, Session> open = new ConcurrentHashMap<>();
  private final Map<String, Quota> quotas = new ConcurrentHashMap<>();
  private final Map<String, Integer> perClient = new ConcurrentHashMap<>();
  private final Supplier<SessionId> ids;
  private final SessionStore store;
  private volatile Limit limit;

  public Sessions(Supplier<SessionId> ids, SessionStore store, Limit limit) {
    this.ids = ids;
    this.store = store;
    this.limit = limit;
  }

  public Collection<Session> all() {
    return open.values();
  }

  /** Opens a session. */
  public Session create(
      Destination destination, String originalUrl, String query, String user, String client)
      throws Refusal, IOException {
    Directory directory = destination.directory();
    if (open.size() >= limit.total() || count(directory) >= directory.maxSessions()) {
      throw Refusal.server(503, HResult.TOO_MANY_SESSIONS, "too many sessions");
    }
    if (perClient.merge(client, 1, Integer::sum) > limit.perClient()) {
      forget(client);
      throw Refusal.server(503, HResult.TOO_MANY_SESSIONS, "too many sessions of one client");
    }
    try {
      SessionRecord details =
          new SessionRecord(ids.get(), destination.url(), originalUrl, query, user, client, -1);
      store.create(details);
      Session session = add(details, directory, 0, System.currentTimeMillis());
      return session;
    } catch (IOException | RuntimeException e) {
      forget(client);
      throw e;
    }
  }

  private long count(Directory directory) {
    if (directory.maxSessions() == Integer.MAX_VALUE) {
      return 0;
    }
    return open.values().stream()
        .filter(s -> s.directory().path().equals(directory.path()))
        .count();
  }

  private Session add(SessionRecord details, Directory directory, long offset, long progress) {
    Quota quota = quotas.computeIfAbsent(directory.path(), path -> new Quota());
    quota.reserve(offset, Long.MAX_VALUE);
    Session session = new Session(details, directory, store, quota, offset, progress);
    open.put(details.id(), session);
    return session;
  }

  private void forget(String client) {
    perClient.computeIfPresent(client, (name, n) -> n == 1 ? null : n - 1);
  }

  /**
   * Finds an open session.
   *
   * @throws Refusal 500, 0x8020001F if there is none, or none any more
   */
  public Session find(SessionId id) throws Refusal {
    Session session = open.get(id);
    if (session == null) {
      throw Refusal.sessionNotFound();
    }
    if (isExpired(session)) {
      end(session);
      throw Refusal.sessionNotFound();
    }
    return session;
  }

  /** Ends a session and deletes what is left of it. */
  public void end(Session session) {
    if (!session.end()) {
      return;
    }
    open.remove(session.id());
    forget(session.details().client());
    try {
      session.store().delete(session.id());
    } catch (IOException e) {
      // the next start finds the files without a session and deletes them
      return;
    }
  }

  /** Ends all sessions whose time is up. */
  public void sweep() {
    open.values().stream().filter(Sessions::isExpired).forEach(this::end);
  }

  private static boolean isExpired(Session session) {
    long idle = System.currentTimeMillis() - session.lastProgress();
    return idle > session.directory().sessionTimeout().toMillis();
  }
}
