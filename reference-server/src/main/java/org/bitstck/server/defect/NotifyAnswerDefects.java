package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.COPY_FILE_TO_DESTINATION;
import static org.bitstck.server.protocol.BitsHeader.REPLY_URL;
import static org.bitstck.server.protocol.BitsHeader.STATIC_RESPONSE_URL;

import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.notification.ApplicationAnswer;
import org.bitstck.server.notification.Notification;
import org.bitstck.server.notification.NotificationSettings;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;

/** Mistakes in what becomes of the application's answer. */
final class NotifyAnswerDefects {
  private static final int CUT = 64 * 1024;
  private static final Duration EVER = Duration.ofHours(1);
  private static final String SOMEWHERE = "http://relative.invalid/";
  private static final ApplicationAnswer TAKEN = new ApplicationAnswer(null, false);

  private NotifyAnswerDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.<Policies>of(
                "BITS-NOTIFY-FLOW-001/at-once",
                "The last fragment is acknowledged before the application has answered.",
                policies ->
                    policies.aroundNotifier(
                        inner ->
                            notification -> {
                              inner.send(notification);
                              return CompletableFuture.completedFuture(TAKEN);
                            }))
            .follows("what the application says comes too late", whatTheApplicationSays()),
        Defect.of(
            "BITS-NOTIFY-FLOW-002/small-letters",
            "The application's reply URL is handed on in small letters.",
            Telling.answer(
                answer ->
                    answer.staticUrl() == null
                        ? answer
                        : new ApplicationAnswer(
                            answer.staticUrl().toLowerCase(Locale.ROOT),
                            answer.copyToDestination()))),
        Defect.<Policies>of(
                "BITS-NOTIFY-FLOW-002/own-url",
                "The server hands on a reply URL of its own instead of the application's.",
                Telling.answer(answer -> new ApplicationAnswer(null, answer.copyToDestination())))
            .follows("one of 2200 characters as well", "BITS-SRV-ERR-018"),
        Defect.of(
            "BITS-NOTIFY-FLOW-003/cut",
            "Of a reply by value only the first 64 KiB are kept.",
            reply(true)),
        Defect.of(
            "BITS-NOTIFY-FLOW-004/cut",
            "Of a reply by reference only the first 64 KiB are kept.",
            reply(false)),
        Defect.of(
            "BITS-NOTIFY-FLOW-005/true-only",
            "The upload is copied only if the application says 'true'.",
            Telling.head(
                head -> {
                  if (!"true".equals(head.headers().get(COPY_FILE_TO_DESTINATION))) {
                    head.headers().remove(COPY_FILE_TO_DESTINATION);
                  }
                })),
        Defect.of(
            "BITS-NOTIFY-FLOW-006/copied-always",
            "The upload is copied, whether the application asks for it or not.",
            Telling.answer(answer -> new ApplicationAnswer(answer.staticUrl(), true))),
        Defect.of(
            "BITS-NOTIFY-FLOW-007/always-500",
            "Whatever status the application refuses with, the client gets 500.",
            Telling.verdict(
                (notification, answer, failure) -> {
                  if (failure != null && failure.getMessage().contains("answered")) {
                    throw failure.status() == 403 ? failure : as(500, failure);
                  }
                  return right(answer, failure);
                })),
        Defect.of(
                "BITS-NOTIFY-FLOW-008/acknowledged",
                "An upload of which nobody could be told is acknowledged.",
                Telling.verdict(
                    (notification, answer, failure) ->
                        failure != null && failure.getMessage().contains("out of reach")
                            ? TAKEN
                            : right(answer, failure)))
            .follows("an answer that breaks off is none either", "BITS-NOTIFY-FLOW-010"),
        Defect.of(
            "BITS-NOTIFY-FLOW-008/ends-the-session",
            "An upload of which nobody could be told is given up.",
            policies -> {
              OpenSessions open = OpenSessions.of(policies);
              Change.refusal(
                      (seen, ack) -> {
                        if (String.valueOf(ack.why()).contains("out of reach")) {
                          open.end(seen.session());
                        }
                        return ack;
                      })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-NOTIFY-FLOW-009/asked-again",
            "An application that has forbidden an upload is asked again.",
            Change.step(
                PacketType.FRAGMENT,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      Session session = sessions.find(packet.sessionId());
                      try {
                        if (session.details().outcome() != null
                            && !session.details().outcome().accepted()) {
                          session.decided(null);
                        }
                      } catch (IOException e) {
                        throw Refusal.server(500, HResult.FAILED, e.toString());
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-NOTIFY-FLOW-010/relative-url",
            "A relative reply URL of the application is handed on as it is.",
            policies -> {
              Telling.head(
                      head -> {
                        String url = head.headers().get(STATIC_RESPONSE_URL, "");
                        if (!url.isEmpty() && !url.contains(":")) {
                          head.headers().set(STATIC_RESPONSE_URL, SOMEWHERE + url);
                        }
                      })
                  .accept(policies);
              Change.ack(
                      (seen, ack) -> {
                        String url = ack.headers().getOrDefault(REPLY_URL, "");
                        return url.startsWith(SOMEWHERE)
                            ? ack.with(REPLY_URL, url.substring(SOMEWHERE.length()))
                            : ack;
                      })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-NOTIFY-FLOW-010/http-1-0",
            "An answer of the application in HTTP/1.0 is taken.",
            Telling.head(head -> head.setProtocolVersion(HttpVersion.HTTP_1_1))),
        Defect.of(
            "BITS-NOTIFY-FLOW-010/no-answer",
            "At a malformed answer of the application the client gets none at all.",
            policies ->
                policies.aroundNotifier(
                    inner ->
                        notification -> {
                          CompletableFuture<ApplicationAnswer> result = new CompletableFuture<>();
                          inner
                              .send(notification)
                              .whenComplete(
                                  (answer, failure) -> {
                                    boolean malformed =
                                        failure instanceof Refusal refusal
                                            && refusal.getMessage().contains("malformed")
                                            && !refusal.getMessage().contains("beside");
                                    if (failure == null) {
                                      result.complete(answer);
                                    } else if (!malformed) {
                                      result.completeExceptionally(failure);
                                    }
                                  });
                          return result;
                        })),
        Defect.of(
            "BITS-NOTIFY-TIMER-001/never",
            "An application that does not read is waited for without end.",
            limits(l -> new NotificationSettings.Limits(EVER, l.headers(), l.answer()))),
        Defect.of(
            "BITS-NOTIFY-TIMER-001/gateway-timeout",
            "An application that does not read is given up with 504.",
            late("send")),
        Defect.of(
            "BITS-NOTIFY-TIMER-002/headers-only",
            "An application that stops behind its headers is waited for without end.",
            limits(l -> new NotificationSettings.Limits(l.send(), l.headers(), EVER))),
        Defect.of(
            "BITS-NOTIFY-TIMER-002/gateway-timeout",
            "An application that does not answer is given up with 504.",
            late("headers")),
        Defect.of(
            "BITS-NOTIFY-AUTH-001/ignored",
            "An application that wants a password is taken for one that has agreed.",
            Telling.verdict(
                (notification, answer, failure) ->
                    failure != null && failure.getMessage().contains("answered 401")
                        ? TAKEN
                        : right(answer, failure))));
  }

  private static String[] whatTheApplicationSays() {
    return new String[] {
      "BITS-SRV-ACK-008",
      "BITS-SRV-STATE-001",
      "BITS-SRV-ERR-018",
      "BITS-SRV-STATE-002",
      "BITS-SRV-FRAGMENT-022",
      "BITS-REPLY-SERVER-001",
      "BITS-REPLY-SERVER-007",
      "BITS-NOTIFY-FLOW-002",
      "BITS-NOTIFY-FLOW-003",
      "BITS-NOTIFY-FLOW-004",
      "BITS-NOTIFY-FLOW-005",
      "BITS-NOTIFY-FLOW-007",
      "BITS-NOTIFY-FLOW-008",
      "BITS-NOTIFY-FLOW-009",
      "BITS-NOTIFY-FLOW-010",
      "BITS-NOTIFY-TIMER-001",
      "BITS-NOTIFY-TIMER-002",
      "BITS-NOTIFY-AUTH-001",
    };
  }

  private static ApplicationAnswer right(ApplicationAnswer answer, Refusal failure) throws Refusal {
    if (failure != null) {
      throw failure;
    }
    return answer;
  }

  private static Refusal as(int status, Refusal failure) {
    return new Refusal(
        status, HResult.APPLICATION_FAILED, ErrorContext.APPLICATION, failure.getMessage());
  }

  private static Consumer<Policies> reply(boolean byValue) {
    return Telling.verdict(
        (notification, answer, failure) -> {
          ApplicationAnswer right = right(answer, failure);
          Path reply = notification.reply();
          if (Telling.isByValue(notification) == byValue && Files.isRegularFile(reply)) {
            try (FileChannel file = FileChannel.open(reply, StandardOpenOption.WRITE)) {
              file.truncate(CUT);
            }
          }
          return right;
        });
  }

  private static Consumer<Policies> limits(UnaryOperator<NotificationSettings.Limits> change) {
    return Telling.notification(
        n ->
            new Notification(
                n.url(),
                n.originalUrl(),
                n.type(),
                n.data(),
                n.size(),
                n.reply(),
                change.apply(n.limits())));
  }

  private static Consumer<Policies> late(String phase) {
    return Change.refusal(
        (seen, ack) ->
            String.valueOf(ack.why()).endsWith("too slow: " + phase)
                ? new Ack(504, ack.headers(), ack.why())
                : ack);
  }
}
