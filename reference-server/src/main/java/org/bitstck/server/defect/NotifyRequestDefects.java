package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.PACKET_TYPE;
import static org.bitstck.server.protocol.BitsHeader.REQUEST_DATA_FILE_NAME;
import static org.bitstck.server.protocol.BitsHeader.RESPONSE_DATA_FILE_NAME;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.server.Policies;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.notification.ApplicationAnswer;
import org.bitstck.server.notification.HttpNotifier;
import org.bitstck.server.notification.Notification;
import org.bitstck.server.notification.NotificationSettings;
import org.bitstck.server.notification.Notifier;
import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;

/** Mistakes in what the server tells its application. */
final class NotifyRequestDefects {
  private static final String LENGTH = "Content-Length";
  private static final int CUT = 64 * 1024;

  private NotifyRequestDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-NOTIFY-REQUEST-001/at-close",
            "The application is told a second time at CLOSE-SESSION.",
            policies -> alsoAt(policies, PacketType.CLOSE_SESSION)),
        Defect.<Policies>of(
                "BITS-NOTIFY-REQUEST-001/at-each-fragment",
                "The application is told of each fragment.",
                policies -> alsoAt(policies, PacketType.FRAGMENT))
            .follows(
                "the upload is not complete then",
                "BITS-NOTIFY-REQUEST-005",
                "BITS-NOTIFY-REQUEST-008",
                "BITS-SRV-STATE-002"),
        Defect.<Policies>of(
                "BITS-NOTIFY-REQUEST-002/url-is-enough",
                "The application is told because it has a URL, although the type is none.",
                policies -> {
                  Destination.Finder right = policies.uploads().destinations();
                  policies.destinations(
                      (directories, target) -> {
                        Destination found = right.find(directories, target);
                        return found == null ? null : told(found);
                      });
                })
            .follows(
                "the upload is no plain one any more", "BITS-SRV-ACK-007", "BITS-SRV-FRAGMENT-023"),
        Defect.of(
            "BITS-NOTIFY-REQUEST-003/bits-post",
            "The notification has the method of packets.",
            Telling.request(head -> head.setMethod(HttpMethod.valueOf("BITS_POST")))),
        Defect.of(
            "BITS-NOTIFY-REQUEST-003/packet-type",
            "The notification has a packet type.",
            Telling.request(head -> head.headers().set(PACKET_TYPE, "FRAGMENT"))),
        Defect.of(
            "BITS-NOTIFY-REQUEST-004/path",
            "The notification names the path of the destination without its host.",
            Telling.notification(
                n ->
                    new Notification(
                        n.url(),
                        URI.create(n.originalUrl()).getRawPath(),
                        n.type(),
                        n.data(),
                        n.size(),
                        n.reply(),
                        n.limits()))),
        Defect.of(
            "BITS-NOTIFY-REQUEST-004/temporary-file",
            "The notification names the file of the unfinished upload as its URL.",
            Telling.notification(
                n ->
                    new Notification(
                        n.url(),
                        n.data().toUri().toString(),
                        n.type(),
                        n.data(),
                        n.size(),
                        n.reply(),
                        n.limits()))),
        Defect.of(
            "BITS-NOTIFY-REQUEST-005/moved-away",
            "The data is moved away before the application has read it.",
            policies ->
                policies.aroundNotifier(
                    inner ->
                        notification -> {
                          if (Telling.isByValue(notification)) {
                            return inner.send(notification);
                          }
                          Path away =
                              notification.data().resolveSibling("moved-" + System.nanoTime());
                          move(notification.data(), away);
                          CompletableFuture<ApplicationAnswer> result = new CompletableFuture<>();
                          inner
                              .send(notification)
                              .whenComplete(
                                  (answer, failure) -> {
                                    move(away, notification.data());
                                    if (failure != null) {
                                      result.completeExceptionally(failure);
                                    } else {
                                      result.complete(answer);
                                    }
                                  });
                          return result;
                        })),
        Defect.<Policies>of(
                "BITS-NOTIFY-REQUEST-006/missing-folder",
                "The path for the reply is in a folder that does not exist.",
                Telling.request(
                    head -> {
                      String path = head.headers().get(RESPONSE_DATA_FILE_NAME);
                      if (path != null) {
                        String name = path.substring(path.lastIndexOf('/') + 1);
                        head.headers()
                            .set(
                                RESPONSE_DATA_FILE_NAME,
                                path.replace("/" + name, "/missing/" + name));
                      }
                    }))
            .follows("a reply that cannot be written cannot be read", replyByReference()),
        Defect.of(
            "BITS-NOTIFY-REQUEST-007/body-as-well",
            "By reference the notification has the upload in its body as well.",
            policies ->
                policies.aroundNotifying(
                    pipeline -> pipeline.addBefore(HttpNotifier.EXCHANGE, null, new BodyAsWell()))),
        Defect.of(
            "BITS-NOTIFY-REQUEST-008/in-chunks",
            "By value the notification comes in chunks, without its length.",
            Telling.request(
                head -> {
                  if (!head.headers().contains(REQUEST_DATA_FILE_NAME)) {
                    HttpUtil.setTransferEncodingChunked(head, true);
                    head.headers().remove(LENGTH);
                  }
                })),
        Defect.of(
            "BITS-NOTIFY-REQUEST-008/cut",
            "By value only the first 64 KiB are sent.",
            Telling.notification(
                n ->
                    new Notification(
                        n.url(),
                        n.originalUrl(),
                        n.type(),
                        n.data(),
                        Math.min(n.size(), CUT),
                        n.reply(),
                        n.limits()))),
        Defect.of(
            "BITS-NOTIFY-REQUEST-009/paths",
            "By value the notification has paths of files as well.",
            Telling.request(
                head -> {
                  if (!head.headers().contains(REQUEST_DATA_FILE_NAME)) {
                    head.headers().set(REQUEST_DATA_FILE_NAME, "/var/spool/bits/upload.data");
                    head.headers().set(RESPONSE_DATA_FILE_NAME, "/var/spool/bits/upload.reply");
                  }
                })),
        Defect.of(
            "BITS-NOTIFY-REQUEST-010/no-query",
            "The query of the upload's URL is lost on the way to the application.",
            Telling.notification(
                n ->
                    new Notification(
                        URI.create(n.url().toString().replaceFirst("\\?.*", "")),
                        n.originalUrl(),
                        n.type(),
                        n.data(),
                        n.size(),
                        n.reply(),
                        n.limits()))),
        Defect.of(
            "BITS-NOTIFY-REQUEST-010/absolute-only",
            "A relative notification URL is refused.",
            policies ->
                policies.aroundNotifier(
                    inner ->
                        n ->
                            n.url()
                                    .getRawAuthority()
                                    .equals(URI.create(n.originalUrl()).getRawAuthority())
                                ? CompletableFuture.failedFuture(
                                    new Refusal(
                                        500,
                                        HResult.FAILED,
                                        ErrorContext.APPLICATION,
                                        "no absolute URL"))
                                : inner.send(n))));
  }

  private static String[] replyByReference() {
    return new String[] {
      "BITS-NOTIFY-FLOW-004", "BITS-SRV-FRAGMENT-022", "BITS-SRV-STATE-002",
    };
  }

  private static Destination told(Destination found) {
    NotificationSettings settings = found.directory().application();
    if (settings == null || settings.type() != NotificationSettings.Type.NONE) {
      return found;
    }
    NotificationSettings told =
        new NotificationSettings(
            NotificationSettings.Type.BY_VALUE, settings.url(), settings.limits());
    return new Destination(
        found.directory().notifying(told), found.url(), found.file(), found.folder());
  }

  /** Tells the application of what is there, at packets that are no reason to. */
  private static void alsoAt(Policies policies, PacketType at) {
    AtomicReference<Notifier> notifier = new AtomicReference<>();
    policies.aroundNotifier(
        inner -> {
          notifier.set(inner);
          return inner;
        });
    Change.step(
            at,
            (step, sessions) ->
                (packet, destination, user) -> {
                  Session session = sessions.find(packet.sessionId());
                  return Receptions.compose(
                      step.receive(packet, destination, user),
                      ack -> {
                        boolean last = packet.range() != null && session.isComplete();
                        return ack.status() == 200
                                && session.directory().notification() != null
                                && !last
                            ? tell(notifier.get(), session).handle((answer, failure) -> ack)
                            : CompletableFuture.completedFuture(ack);
                      });
                })
        .accept(policies);
  }

  private static CompletableFuture<ApplicationAnswer> tell(Notifier notifier, Session session) {
    NotificationSettings settings = session.directory().notification();
    return notifier.send(
        new Notification(
            URI.create(settings.url()),
            session.details().originalUrl(),
            settings.type(),
            session.store().data(session.id()),
            0,
            session.store().reply(session.id()),
            settings.limits()));
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the data into the body of a notification that names its file. */
  private static final class BodyAsWell extends ChannelOutboundHandlerAdapter {
    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise)
        throws IOException {
      if (message instanceof HttpRequest head && head.headers().contains(REQUEST_DATA_FILE_NAME)) {
        byte[] data = Files.readAllBytes(Path.of(head.headers().get(REQUEST_DATA_FILE_NAME)));
        head.headers().set(LENGTH, Integer.toString(data.length));
        ctx.write(message, promise);
        ctx.write(new DefaultHttpContent(Unpooled.wrappedBuffer(data)));
        return;
      }
      ctx.write(message, promise);
    }
  }
}
