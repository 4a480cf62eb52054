package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/** Who belongs to which session, and when it ends. */
final class SessionFaults {
  private SessionFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("unknown session is 404", Unknown404::new, "BITS-SRV-ERR-001", "BITS-SRV-ERR-002")
            .also(
                "a session that is over has to be refused like an unknown one",
                "BITS-SRV-CLOSE-003",
                "BITS-SRV-CANCEL-002")
            .warned("BITS-SRV-ERR-003"),
        server("unknown session is a bare 500", UnknownBare::new, "BITS-SRV-ACK-005")
            .also(
                "these want 0x8020001F, without which a 500 says nothing",
                "BITS-SRV-ERR-001",
                "BITS-SRV-ERR-002",
                "BITS-SRV-CLOSE-003",
                "BITS-SRV-CANCEL-002")
            .warned("BITS-SRV-ERR-003"),
        server("unknown session is opened by a fragment", OpenedByFragment::new, "BITS-SRV-ERR-001")
            .also(
                "a late fragment brings a session that is over back to life",
                "BITS-SRV-CLOSE-003",
                "BITS-SRV-CANCEL-002"),
        server("CANCEL-SESSION of an unknown session is 200", CancelAnything::new)
            .warned("BITS-SRV-ERR-003"),
        server("session outlives CLOSE-SESSION", OutlivesClose::new, "BITS-SRV-CLOSE-003"),
        server("session outlives CANCEL-SESSION", OutlivesCancel::new, "BITS-SRV-CANCEL-002")
            .also("the session of a cancelled whole file is not finished", "BITS-SRV-CANCEL-004"),
        server("session ids are a counter", Counter::new).warned("BITS-SRV-CREATE-002"),
        server("session id is made of the URL", IdOfUrl::new, "BITS-SRV-CREATE-003")
            .also("two sessions for one URL are one", "BITS-SRV-CREATE-019", "BITS-SRV-CANCEL-006"),
        server("session is bound to its connection", BoundToConnection::new, "BITS-HTTP-CONN-002")
            .also("an upload does not survive a broken connection", "BITS-SRV-FRAGMENT-021"),
        server("session is found by its URL", FoundByUrl::new, "BITS-SRV-FRAGMENT-019"),
        server("session writes under any URL", WritesAnywhere::new).warned("BITS-SRV-FRAGMENT-025"),
        server("session id has a letter case", IdHasCase::new).warned("BITS-SRV-FRAGMENT-020"),
        server("session ends at a 400", EndsAt400::new, "BITS-SRV-FRAGMENT-015"),
        server("session ends at a 416", EndsAt416::new, "BITS-SRV-FRAGMENT-006"),
        server(
            "CANCEL-SESSION ends all sessions of the URL", CancelsAll::new, "BITS-SRV-CANCEL-006"),
        server("no CANCEL-SESSION before data", NoEarlyCancel::new, "BITS-SRV-CANCEL-001"));
  }

  private static final class Unknown404 extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      return refusal.error() == Refusal.SESSION_NOT_FOUND
          ? super.refused(request, new Refusal(404, Refusal.INVALID_ARGUMENT))
          : super.refused(request, refusal);
    }
  }

  private static final class UnknownBare extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      return refusal.error() == Refusal.SESSION_NOT_FOUND
          ? ack(500)
          : super.refused(request, refusal);
    }
  }

  private static final class OpenedByFragment extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      String id = request.header(SESSION_ID).orElse("");
      checkId(key(id));
      String path = destination(request);
      sessions.computeIfAbsent(key(id), k -> new Upload(id, path));
      return super.onFragment(request);
    }
  }

  private static final class CancelAnything extends PlainServer {
    @Override
    protected HttpAnswer onCancel(HttpRequest request) {
      String key = key(request.header(SESSION_ID).orElse(""));
      checkId(key);
      return lookUp(key) == null ? ack(200) : super.onCancel(request);
    }
  }

  private static final class OutlivesClose extends PlainServer {
    @Override
    protected HttpAnswer onClose(HttpRequest request) {
      Upload upload = find(request);
      HttpAnswer answer = super.onClose(request);
      sessions.put(key(upload.id()), upload);
      return answer;
    }
  }

  private static final class OutlivesCancel extends PlainServer {
    @Override
    protected HttpAnswer onCancel(HttpRequest request) {
      checkNoBody(request);
      return ack(200).with(SESSION_ID, find(request).id());
    }
  }

  private static final class Counter extends PlainServer {
    private final AtomicLong last = new AtomicLong();

    @Override
    protected String nextSessionId() {
      return String.valueOf(last.incrementAndGet());
    }

    @Override
    protected void checkId(String key) {
      if (key.isEmpty()) {
        throw Refusal.syntax();
      }
    }
  }

  private static final class IdOfUrl extends PlainServer {
    private final ThreadLocal<String> url = new ThreadLocal<>();

    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      url.set(path(request));
      return super.onCreate(request);
    }

    @Override
    protected String nextSessionId() {
      UUID id = UUID.nameUUIDFromBytes(url.get().getBytes(StandardCharsets.UTF_8));
      return "{" + id.toString().toUpperCase(Locale.ROOT) + "}";
    }
  }

  /** Each connection has a thread of its own. */
  private static final class BoundToConnection extends PlainServer {
    @Override
    protected Upload lookUp(String key) {
      return super.lookUp(mine(key));
    }

    @Override
    protected void remember(String key, Upload upload) {
      super.remember(mine(key), upload);
    }

    @Override
    protected void forget(String key) {
      super.forget(mine(key));
    }

    private static String mine(String key) {
      return key + Thread.currentThread().getId();
    }
  }

  private static final class FoundByUrl extends PlainServer {
    @Override
    protected Upload find(HttpRequest request) {
      if (request.header(SESSION_ID).isPresent()) {
        return super.find(request);
      }
      return sessions.values().stream()
          .filter(upload -> upload.path().equals(path(request)))
          .findFirst()
          .orElseThrow(Refusal::noSession);
    }
  }

  private static final class WritesAnywhere extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      Upload upload = lookUp(key(request.header(SESSION_ID).orElse("")));
      if (upload != null && !upload.path().equals(path(request))) {
        Upload moved = new Upload(upload.id(), path(request));
        moved.append(upload.bytes());
        moved.announce(upload.total());
        remember(key(upload.id()), moved);
      }
      return super.onFragment(request);
    }
  }

  private static final class IdHasCase extends PlainServer {
    @Override
    protected String key(String id) {
      return id;
    }

    @Override
    protected void checkId(String key) {
      super.checkId(super.key(key));
    }
  }

  private static final class EndsAt400 extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      HttpAnswer answer = super.refused(request, refusal);
      if (refusal.status() == 400 && request.packetType().equals("fragment")) {
        forget(key(request.header(SESSION_ID).orElse("")));
      }
      return answer;
    }
  }

  private static final class EndsAt416 extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      HttpAnswer answer = super.onFragment(request);
      Upload upload = find(request);
      boolean gap =
          parseRange(request.header("Content-Range").orElse("")).first() > upload.offset();
      if (answer.status() == 416 && gap) {
        forget(key(upload.id()));
      }
      return answer;
    }
  }

  private static final class CancelsAll extends PlainServer {
    @Override
    protected HttpAnswer onCancel(HttpRequest request) {
      HttpAnswer answer = super.onCancel(request);
      sessions.values().removeIf(upload -> upload.path().equals(path(request)));
      return answer;
    }
  }

  private static final class NoEarlyCancel extends PlainServer {
    @Override
    protected HttpAnswer onCancel(HttpRequest request) {
      if (find(request).offset() == 0) {
        throw Refusal.syntax();
      }
      return super.onCancel(request);
    }
  }
}
