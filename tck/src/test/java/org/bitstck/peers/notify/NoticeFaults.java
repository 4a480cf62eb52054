package org.bitstck.peers.notify;

import static org.bitstck.peers.notify.WrongNotifier.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bitstck.peers.HttpAnswer;

/** What the application is told, and when. */
final class NoticeFaults {
  private NoticeFaults() {}

  static List<WrongNotifier> all() {
    return List.of(
        server("each fragment is told of", EachFragment::new, "BITS-NOTIFY-REQUEST-001")
            .also(
                "what is told of is not the whole upload",
                "BITS-NOTIFY-REQUEST-005",
                "BITS-NOTIFY-REQUEST-008")
            .warned("BITS-SRV-STATE-002"),
        server("the type none is overlooked", NoneOverlooked::new, "BITS-NOTIFY-REQUEST-002"),
        told("the method is BITS_POST", n -> n.method("BITS_POST"), "BITS-NOTIFY-REQUEST-003"),
        told("the method is GET", n -> n.method("GET"), "BITS-NOTIFY-REQUEST-003"),
        told("the version is 1.0", n -> n.version("HTTP/1.0"), "BITS-NOTIFY-REQUEST-003"),
        told(
            "it is a packet",
            n -> n.with("BITS-Packet-Type", "Notification"),
            "BITS-NOTIFY-REQUEST-003"),
        told("the destination is a path", NoticeFaults::pathOnly, "BITS-NOTIFY-REQUEST-004"),
        told(
            "the destination is not named",
            n -> n.without(NotifyingServer.ORIGINAL_URL),
            "BITS-NOTIFY-REQUEST-004"),
        told(
            "the destination is the temporary file",
            n -> n.with(NotifyingServer.ORIGINAL_URL, "http://127.0.0.1/tmp/upload.tmp"),
            "BITS-NOTIFY-REQUEST-004"),
        server("the data is gone when it is told of", DataGone::new, "BITS-NOTIFY-REQUEST-005"),
        server("the data is not named", DataNotNamed::new, "BITS-NOTIFY-REQUEST-005"),
        server("by its name the data is an entity", DataIsEntity::new)
            .warned("BITS-NOTIFY-REQUEST-005"),
        server("the reply's folder is missing", ReplyNowhere::new, "BITS-NOTIFY-REQUEST-006"),
        server("the reply goes where the data is", ReplyOverData::new, "BITS-NOTIFY-REQUEST-006"),
        server("by reference the data comes along", DataAlong::new, "BITS-NOTIFY-REQUEST-007"),
        server("only the last fragment is sent", Tail::new, "BITS-NOTIFY-REQUEST-008"),
        server("by value it is chunked", Chunked::new, "BITS-NOTIFY-REQUEST-008"),
        server("by value paths come along", PathsAlong::new, "BITS-NOTIFY-REQUEST-009"),
        server("the query is lost", QueryLost::new).warned("BITS-NOTIFY-REQUEST-010"),
        server("a relative URL is refused", RelativeRefused::new)
            .warned("BITS-NOTIFY-REQUEST-010"));
  }

  private interface Change {
    Notice change(Notice notice);
  }

  private static WrongNotifier told(String name, Change change, String broken) {
    return server(
        name,
        () ->
            new NotifyingServer() {
              @Override
              protected Notice notice(Order order) {
                return change.change(super.notice(order));
              }
            },
        broken);
  }

  private static Notice pathOnly(Notice notice) {
    URI url = URI.create(notice.header(NotifyingServer.ORIGINAL_URL));
    return notice.with(NotifyingServer.ORIGINAL_URL, url.getRawPath());
  }

  private static final class EachFragment extends NotifyingServer {
    @Override
    protected HttpAnswer incomplete(Order order, HttpAnswer ack) {
      ask(order);
      return ack;
    }
  }

  private static final class NoneOverlooked extends NotifyingServer {
    @Override
    protected boolean isNotified(String folder) {
      return super.isNotified(folder) || folder.equals(QUIET);
    }
  }

  private static final class DataGone extends NotifyingServer {
    @Override
    protected Notice notice(Order order) {
      Notice notice = super.notice(order);
      delete(order.data());
      return notice;
    }
  }

  private static final class DataNotNamed extends NotifyingServer {
    @Override
    protected Notice notice(Order order) {
      return super.notice(order).without(DATA_FILE);
    }
  }

  private static final class DataIsEntity extends NotifyingServer {
    @Override
    protected Notice notice(Order order) {
      Notice notice = super.notice(order);
      return order.isByReference()
          ? notice.with("BITS-Request-DataEntity-Name", notice.header(DATA_FILE)).without(DATA_FILE)
          : notice;
    }
  }

  private static final class ReplyNowhere extends NotifyingServer {
    @Override
    protected Path responsePath(Order order, Path usual) {
      return usual.resolveSibling("missing").resolve(usual.getFileName());
    }
  }

  private static final class ReplyOverData extends NotifyingServer {
    @Override
    protected Path responsePath(Order order, Path usual) {
      return order.data();
    }
  }

  private static final class DataAlong extends NotifyingServer {
    @Override
    protected Notice notice(Order order) {
      return super.notice(order).body(order.upload().bytes());
    }
  }

  private static final class Tail extends NotifyingServer {
    @Override
    protected Notice notice(Order order) {
      Notice notice = super.notice(order);
      byte[] bytes = notice.body();
      return bytes.length > 100_000
          ? notice.body(Arrays.copyOfRange(bytes, 100_000, bytes.length))
          : notice;
    }
  }

  private static final class Chunked extends NotifyingServer {
    @Override
    protected Notice notice(Order order) {
      Notice notice = super.notice(order);
      return order.isByReference() ? notice : notice.chunked();
    }
  }

  private static final class PathsAlong extends NotifyingServer {
    @Override
    protected Notice notice(Order order) {
      place(order, order.upload().bytes());
      return super.notice(order)
          .with(DATA_FILE, order.data().toString())
          .with(RESPONSE_FILE, order.response().toString());
    }
  }

  private static final class QueryLost extends NotifyingServer {
    @Override
    protected URI applicationUrl(Order order) {
      String url = super.applicationUrl(order).toString();
      return URI.create(url.replaceAll("\\?.*", ""));
    }
  }

  private static final class RelativeRefused extends NotifyingServer {
    @Override
    protected Told ask(Order order) {
      return order.folder().equals(BESIDE) ? Told.failure(500) : super.ask(order);
    }
  }
}
