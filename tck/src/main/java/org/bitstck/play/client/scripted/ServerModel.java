package org.bitstck.play.client.scripted;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.play.tap.Answer;
import org.bitstck.scenario.client.RequestKind;

/**
 * A correct BITS server for one upload: MC-BUP 3.2. It checks in the order of the specification:
 * syntax, access, length, session, and then what is particular to a packet. Not safe for several
 * threads.
 */
public final class ServerModel {
  private static final int LONGEST_VALUE = 4096;
  private static final String HEX = "0x%08X";
  private static final long INVALID_ARGUMENT = 0x80070057L;
  private static final long UNKNOWN_SESSION = 0x8020001FL;

  /** BITS-Error-Context: the server itself found the error. */
  static final String BY_SERVER = "0x5";

  private final Hosting hosting;
  private final Reply reply;
  private Map<String, UploadSession> sessions = new LinkedHashMap<>();
  private int created;
  private String current;
  private Published published;

  public ServerModel(Hosting hosting) {
    this.hosting = hosting;
    this.reply = hosting.settings().reply() == null ? null : new Reply(hosting);
  }

  /** Takes a request and answers it. */
  public Answer answer(Received received) {
    Optional<Answer> refusal = refusal(received);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (received.kind()) {
      case PING -> Acks.ack(200);
      case CREATE_SESSION -> create(received);
      case FRAGMENT -> fragment(received);
      case CLOSE_SESSION -> close(received);
      case CANCEL_SESSION -> cancel(received);
      case GET, HEAD -> download(received);
      case OTHER -> received.isPacket() ? badRequest() : Answer.of(405, allow());
    };
  }

  /** The answer to a request that is not carried out. */
  Answer answerOnly(Received received) {
    Map<String, UploadSession> kept = sessions;
    int createdBefore = created;
    String currentBefore = current;
    Published publishedBefore = published;
    sessions = new LinkedHashMap<>();
    kept.forEach((key, session) -> sessions.put(key, session.copy()));
    try {
      return answer(received);
    } finally {
      sessions = kept;
      created = createdBefore;
      current = currentBefore;
      published = publishedBefore;
    }
  }

  private static Header allow() {
    return new Header("Allow", "GET, HEAD, " + Bits.METHOD);
  }

  /** What is wrong with any kind of packet. */
  private Optional<Answer> refusal(Received received) {
    Headers headers = received.request().headers();
    if (received.isPacket()
        && headers.lines().stream().anyMatch(line -> line.value().length() > LONGEST_VALUE)) {
      return Optional.of(badRequest());
    }
    if (hosting.settings().authentication() && !isAuthenticated(headers)) {
      Header challenge = new Header("WWW-Authenticate", "Basic realm=\"bits-tck\"");
      return Optional.of(
          received.isPacket() ? Acks.ack(401, challenge) : Answer.of(401, challenge));
    }
    if (!received.isPacket()) {
      return Optional.empty();
    }
    if (!headers.has(Bits.CONTENT_LENGTH)) {
      return Optional.of(error(411, INVALID_ARGUMENT));
    }
    if (received.kind() != RequestKind.FRAGMENT && received.content().length() > 0) {
      return Optional.of(badRequest());
    }
    return Optional.empty();
  }

  private boolean isAuthenticated(Headers headers) {
    String value = headers.first("Authorization").orElse("");
    if (!value.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    Credentials wanted = hosting.credentials();
    byte[] pair = (wanted.user() + ":" + wanted.password()).getBytes(StandardCharsets.UTF_8);
    try {
      return Arrays.equals(pair, Base64.getDecoder().decode(value.substring(6).strip()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Answer create(Received received) {
    String protocols = received.request().headers().first(Bits.SUPPORTED_PROTOCOLS).orElse("");
    if (!protocols.toLowerCase(Locale.ROOT).contains(Bits.PROTOCOL_GUID)) {
      return badRequest();
    }
    created++;
    String id =
        hosting.settings().sessionId() != null ? hosting.settings().sessionId() : guid(created);
    sessions.put(id, new UploadSession(id, received.path(), hosting.file()));
    current = id;
    List<Header> headers = new ArrayList<>();
    headers.add(new Header(Bits.PROTOCOL, Bits.PROTOCOL_GUID));
    headers.add(new Header(Bits.SESSION_ID, id));
    headers.add(new Header("Accept-Encoding", "identity"));
    if (hosting.hostId() != null) {
      headers.add(new Header("BITS-Host-Id", hosting.hostId()));
      if (hosting.settings().fallback() != null) {
        long seconds = hosting.settings().fallback().toSeconds();
        headers.add(new Header("BITS-Host-Id-Fallback-Timeout", "" + seconds));
      }
    }
    return Acks.ack(200, headers.toArray(Header[]::new));
  }

  /** A fresh id; the same in each run, so that runs can be compared. */
  private String guid(int number) {
    byte[] name = (hosting.target() + " " + number).getBytes(StandardCharsets.UTF_8);
    return "{" + UUID.nameUUIDFromBytes(name).toString().toUpperCase(Locale.ROOT) + "}";
  }

  private Answer fragment(Received received) {
    Optional<String> id = id(received);
    if (id.isEmpty()) {
      return badRequest();
    }
    UploadSession session = session(received, id.get());
    if (session == null) {
      return error(500, UNKNOWN_SESSION);
    }
    Optional<ContentRangeValue> given = ContentRangeValue.of(received.request());
    if (given.isEmpty()
        || !given.get().makesSense()
        || given.get().length() != received.content().length()
        || (session.total() >= 0 && session.total() != given.get().total())) {
      return badRequest();
    }
    if (given.get().first() > session.offset()) {
      return Acks.ack(416, ownId(session), offset(session));
    }
    session.take(given.get(), received.content());
    Answer ack = Acks.ack(200, ownId(session), offset(session));
    return reply != null && session.isComplete()
        ? ack.with(Bits.REPLY_URL, reply.url(authority(received)))
        : ack;
  }

  private String authority(Received received) {
    return received.authority() == null ? hosting.authority() : received.authority();
  }

  private Answer close(Received received) {
    return ending(
        received,
        session -> {
          boolean emptyFile = hosting.file().size() == 0 && session.offset() == 0;
          if ((session.isComplete() || emptyFile) && session.path().equals(hosting.path())) {
            published = new Published(session.stored().bytes(), session.stored().likeFile());
          }
        });
  }

  private Answer cancel(Received received) {
    return ending(received, session -> {});
  }

  private Answer ending(Received received, Consumer<UploadSession> last) {
    Optional<String> id = id(received);
    if (id.isEmpty()) {
      return badRequest();
    }
    UploadSession session = session(received, id.get());
    if (session == null) {
      return error(500, UNKNOWN_SESSION);
    }
    last.accept(session);
    sessions.remove(session.id());
    return Acks.ack(200, ownId(session));
  }

  private Answer download(Received received) {
    if (!Targets.isEscaped(received.request().target())) {
      return Answer.of(400);
    }
    boolean there =
        reply != null
            && reply.liesAt(received.path())
            && sessions.values().stream().anyMatch(UploadSession::isComplete);
    if (!there) {
      return Answer.of(404);
    }
    return received.kind() == RequestKind.HEAD
        ? reply.download().head()
        : reply.download().get(received.request());
  }

  private static Optional<String> id(Received received) {
    return received
        .request()
        .headers()
        .first(Bits.SESSION_ID)
        .map(String::strip)
        .filter(id -> !id.isEmpty());
  }

  private UploadSession session(Received received, String id) {
    UploadSession session = sessions.get(id);
    return session != null && session.path().equals(received.path()) ? session : null;
  }

  private static Header ownId(UploadSession session) {
    return new Header(Bits.SESSION_ID, session.id());
  }

  private static Header offset(UploadSession session) {
    return new Header(Bits.RECEIVED_RANGE, "" + session.offset());
  }

  private static Answer badRequest() {
    return error(400, INVALID_ARGUMENT);
  }

  private static Answer error(int status, long code) {
    return withError(Acks.ack(status), code, BY_SERVER);
  }

  /** Under both names that the field knows, MC-BUP's and the Win32 pages'. */
  static Answer withError(Answer answer, long code, String context) {
    Answer result = answer;
    for (String name : Bits.ERROR_HEADERS) {
      result = result.with(name, HEX.formatted(code));
    }
    return result.with(Bits.ERROR_CONTEXT, context);
  }

  /** What an Ack says that refuses a packet with 416: id and offset of the packet's session. */
  List<Header> whereItStands(Received received) {
    return id(received)
        .map(id -> session(received, id))
        .map(session -> List.of(ownId(session), offset(session)))
        .orElse(List.of());
  }

  /** All sessions are lost. */
  public void forgetSessions() {
    sessions.clear();
  }

  /** The newest session has so many bytes from now on; those that it had not are as in the file. */
  public void hold(long bytes) {
    if (current != null && sessions.containsKey(current)) {
      sessions.get(current).hold(bytes, hosting.file().size());
    }
  }

  /** The reply gets another content. */
  public void changeReply() {
    if (reply != null) {
      reply.change();
    }
  }

  /** Id of the newest session; null before the first one. */
  String currentSession() {
    return current;
  }

  Optional<Reply> reply() {
    return Optional.ofNullable(reply);
  }

  Hosting hosting() {
    return hosting;
  }

  /** What lies at the destination; null if nothing. */
  public Published published() {
    return published;
  }

  /** The reply's bytes as they are now; null if there is none. */
  public byte[] replyBytes() {
    return reply == null ? null : reply.bytes();
  }
}
