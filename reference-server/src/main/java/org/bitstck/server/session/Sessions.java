package org.bitstck.server.session;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
  private final Map<String, Session> replies = new ConcurrentHashMap<>();
  private final SessionRules rules;
  private final Stores stores;
  private final SessionEvents events;
  private volatile Limit limit;

  /**
   * @param events hears of what happens to sessions
   */
  public Sessions(SessionRules rules, Stores stores, Limit limit, SessionEvents events) {
    this.rules = rules;
    this.stores = stores;
    this.limit = limit;
    this.events = events;
  }

  public int size() {
    return open.size();
  }

  public Collection<Session> all() {
    return open.values();
  }

  /** From now on other limits hold, for new sessions. */
  public void limit(Limit newLimit) {
    limit = newLimit;
  }

  /**
   * Opens a session.
   *
   * @param user null without authentication
   * @param client IP address
   * @throws Refusal 503 if there are too many
   */
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
          new SessionRecord(
              rules.ids().get(), destination.url(), originalUrl, query, user, client, -1, null);
      SessionStore store = stores.at(directory.storeRoot());
      store.create(details);
      events.happened(SessionEvents.Event.CREATED, details);
      return add(details, directory, store, 0, System.currentTimeMillis());
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
        .filter(session -> session.directory().path().equals(directory.path()))
        .count();
  }

  private Session add(
      SessionRecord details, Directory directory, SessionStore store, long offset, long progress) {
    Quota quota = quotas.computeIfAbsent(directory.path(), path -> new Quota());
    quota.take(offset);
    Session session = new Session(details, directory, store, quota, offset, progress);
    open.put(details.id(), session);
    if (details.outcome() != null) {
      serveReply(session);
    }
    return session;
  }

  private void forget(String client) {
    perClient.computeIfPresent(client, (name, n) -> n == 1 ? null : n - 1);
  }

  /**
   * Takes over what an earlier process left.
   *
   * @param directories finds the directory of a destination's path; null if there is none that
   *     takes uploads
   */
  public void recover(Function<String, Directory> directories) throws IOException {
    for (SessionStore store : stores.all()) {
      for (SessionStore.Found found : store.recover()) {
        SessionRecord details = found.record();
        Directory directory = directories.apply(details.url());
        if (directory == null) {
          store.delete(details.id());
          continue;
        }
        perClient.merge(String.valueOf(details.client()), 1, Integer::sum);
        long total = details.total() < 0 ? 0 : details.total();
        add(details, directory, store, Math.min(found.stored(), total), found.lastProgressMillis());
        events.happened(SessionEvents.Event.RECOVERED, details);
      }
    }
  }

  /**
   * The directories changed: sessions go on under the new rules, or end where uploads are no longer
   * taken.
   */
  public void rebind(Function<String, Directory> directories) {
    for (Session session : open.values()) {
      Directory directory = directories.apply(session.details().url());
      if (directory == null) {
        end(session);
        events.happened(SessionEvents.Event.DISABLED, session.details());
      } else {
        session.moveTo(directory);
      }
    }
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
      events.happened(SessionEvents.Event.EXPIRED, session.details());
      throw Refusal.sessionNotFound();
    }
    return session;
  }

  /** From now on the reply of a session is found by its token. */
  public void serveReply(Session session) {
    String token = session.details().outcome().replyToken();
    if (token != null) {
      replies.put(token, session);
    }
  }

  /** The session whose reply has a token; null if there is none. */
  public Session findReply(String token) {
    return replies.get(token);
  }

  /** Ends a session at its client's wish. */
  public void end(Session session, SessionEvents.Event why) {
    end(session);
    events.happened(why, session.details());
  }

  /** Ends a session and deletes what is left of it. */
  private void end(Session session) {
    if (!session.end()) {
      return;
    }
    open.remove(session.id());
    forget(String.valueOf(session.details().client()));
    if (session.details().outcome() != null && session.details().outcome().replyToken() != null) {
      replies.remove(session.details().outcome().replyToken());
    }
    try {
      session.store().delete(session.id());
    } catch (IOException e) {
      // the next start finds the files without a session and deletes them
      events.happened(SessionEvents.Event.NOT_DELETED, session.details());
    }
  }

  /** Ends all sessions whose time is up. */
  public void sweep() {
    for (Session session : open.values()) {
      if (isExpired(session)) {
        end(session);
        events.happened(SessionEvents.Event.EXPIRED, session.details());
      }
    }
  }

  private boolean isExpired(Session session) {
    return rules.timeout().isOver(session, System.currentTimeMillis());
  }
}
