package org.bitstck.server.upload;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.bitstck.server.notification.ApplicationAnswer;
import org.bitstck.server.notification.Notification;
import org.bitstck.server.notification.NotificationSettings;
import org.bitstck.server.notification.NotificationUrl;
import org.bitstck.server.notification.Notifier;
import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Outcome;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionRecord;
import org.bitstck.server.session.Sessions;

/**
 * Gets the decision of the server application about a complete upload, once: what it decided is
 * kept with the session. Source: MC-BUP 3.2.5.1.2, 3.3.5.
 */
final class AskApplication {
  private static final int FORBIDDEN = 403;

  private final Notifier notifier;
  private final Sessions sessions;
  private final Executor disk;

  AskApplication(Notifier notifier, Sessions sessions, Executor disk) {
    this.notifier = notifier;
    this.sessions = sessions;
    this.disk = disk;
  }

  /**
   * The decision about a session whose data is complete.
   *
   * @param packet whose Ack waits for it
   * @return the outcome, accepted; or a failure, mostly a {@link Refusal}
   */
  CompletionStage<Outcome> decide(Packet packet, Session session) {
    Outcome known = session.details().outcome();
    if (known == null) {
      return session.decide(() -> ask(packet, session)).thenCompose(AskApplication::accepted);
    }
    return accepted(known);
  }

  private static CompletionStage<Outcome> accepted(Outcome outcome) {
    return outcome.accepted()
        ? CompletableFuture.completedFuture(outcome)
        : CompletableFuture.failedFuture(
            new Refusal(
                FORBIDDEN,
                HResult.ACCESS_DENIED,
                ErrorContext.APPLICATION,
                "the application refused this upload"));
  }

  private CompletableFuture<Outcome> ask(Packet packet, Session session) {
    SessionRecord details = session.details();
    NotificationSettings settings = session.directory().notification();
    try {
      Notification notification =
          new Notification(
              NotificationUrl.of(settings.url(), details.originalUrl(), details.query()),
              details.originalUrl(),
              settings.type(),
              session.store().data(session.id()),
              details.total(),
              session.store().reply(session.id()),
              settings.limits());
      return notifier
          .send(notification)
          .handleAsync((answer, failure) -> keep(packet, session, answer, failure), disk);
    } catch (Refusal refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  private Outcome keep(
      Packet packet, Session session, ApplicationAnswer answer, Throwable failure) {
    try {
      Outcome outcome = outcome(packet, session, answer, failure);
      session.decided(outcome);
      sessions.serveReply(session);
      return outcome;
    } catch (Refusal | IOException e) {
      throw new CompletionException(e);
    } finally {
      removeIfEnded(session);
    }
  }

  private static Outcome outcome(
      Packet packet, Session session, ApplicationAnswer answer, Throwable failure) throws Refusal {
    if (failure != null) {
      if (failure instanceof Refusal refusal && refusal.status() == FORBIDDEN) {
        return Outcome.REFUSED;
      }
      throw new CompletionException(failure);
    }
    if (answer.staticUrl() != null) {
      return new Outcome(true, answer.staticUrl(), null, answer.copyToDestination());
    }
    String token = UUID.randomUUID().toString();
    String url = replyUrl(packet, session, token);
    if (url.length() > Limits.URL) {
      throw Refusal.syntax("the reply URL is above " + Limits.URL + " characters");
    }
    return new Outcome(true, url, token, answer.copyToDestination());
  }

  /** The reply has the host that the client uses now, which may be the alternate one. */
  private static String replyUrl(Packet packet, Session session, String token) {
    String authority = packet.target().authority();
    if (authority == null) {
      authority = packet.headers().get(HttpHeaderNames.HOST);
    }
    if (authority == null || authority.isBlank()) {
      authority = packet.peer().localAuthority();
    }
    return packet.peer().scheme()
        + "://"
        + authority
        + session.directory().path()
        + Replies.FOLDER
        + "/"
        + token;
  }

  /** A reply that came when its session was cancelled already has nobody who would delete it. */
  private static void removeIfEnded(Session session) {
    try {
      if (session.hasEnded()) {
        session.store().delete(session.id());
      }
    } catch (IOException e) {
      // swept at the next start
      return;
    }
  }
}
