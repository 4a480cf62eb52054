package org.bitstck.peers;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A correct BITS upload server, as small as it can be: one folder, all in memory, stored files to
 * be read with GET. The protected methods are the places where a wrong server goes wrong.
 */
public class PlainServer extends Peer {
  protected static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
  protected static final String PACKET_TYPE = "BITS-Packet-Type";
  protected static final String SESSION_ID = "BITS-Session-Id";
  protected static final String RECEIVED = "BITS-Received-Content-Range";
  protected static final String ERROR = "BITS-Error";
  protected static final String ERROR_CODE = "BITS-Error-Code";
  protected static final String CONTEXT = "BITS-Error-Context";

  private static final String GUID = "\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}}";
  private static final String FOLDER = "/inbox/";
  private static final long BODY_BYTES = 64 << 20;

  protected final Map<String, Upload> sessions = new ConcurrentHashMap<>();
  protected final Map<String, byte[]> files = new ConcurrentHashMap<>();

  @Override
  public PlainServer start() {
    super.start();
    return this;
  }

  // ---- HTTP

  @Override
  protected void serve(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    while (true) {
      HttpAnswer answer = next(in, out);
      if (answer == null || answer == HttpAnswer.HANG_UP) {
        return;
      }
      if (answer == HttpAnswer.SILENCE) {
        drain(in);
        return;
      }
      send(answer, out);
      if (answer.isClosing()) {
        lingeringClose(socket);
        return;
      }
    }
  }

  private HttpAnswer next(InputStream in, OutputStream out) throws IOException {
    try {
      HttpRequest head = HttpRequest.readHead(in);
      return head == null ? null : take(head, in, out);
    } catch (HttpRequest.MalformedRequest e) {
      return new HttpAnswer(400).closing();
    }
  }

  /** Reads the body and answers. */
  protected HttpAnswer take(HttpRequest head, InputStream in, OutputStream out) throws IOException {
    boolean packet = head.method().equals("BITS_POST");
    Optional<String> length = head.header("Content-Length");
    if (head.header("Transfer-Encoding").isPresent() || packet && length.isEmpty()) {
      return refused(head, new Refusal(411, Refusal.INVALID_ARGUMENT)).closing();
    }
    if (!length.orElse("0").matches("\\d{1,18}")) {
      return refused(head, Refusal.syntax()).closing();
    }
    long bytes = Long.parseLong(length.orElse("0"));
    if (bytes > BODY_BYTES) {
      return refused(head, new Refusal(413, Refusal.INVALID_ARGUMENT)).closing();
    }
    if (head.has("Expect", "100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }
    byte[] body = in.readNBytes((int) bytes);
    if (body.length < bytes) {
      breakOff(head.withBody(body));
      throw new EOFException();
    }
    return answer(head.withBody(body));
  }

  private void breakOff(HttpRequest part) {
    try {
      brokenOff(part);
    } catch (Refusal refusal) {
      // nobody is left to tell
    }
  }

  /** The connection ended within a body. */
  protected void brokenOff(HttpRequest part) {}

  /** Brings an answer on the wire. */
  protected void send(HttpAnswer answer, OutputStream out) throws IOException {
    out.write(answer.bytes());
  }

  /** Answers a whole request. */
  protected HttpAnswer answer(HttpRequest request) {
    return switch (request.method()) {
      case "BITS_POST" -> packet(request);
      case "GET" -> get(request);
      default -> new HttpAnswer(405).with("Allow", "GET, BITS_POST");
    };
  }

  private HttpAnswer get(HttpRequest request) {
    byte[] content = files.get(path(request));
    return content == null ? new HttpAnswer(404) : new HttpAnswer(200).body(content);
  }

  // ---- packets

  /** Answers a packet. */
  protected HttpAnswer packet(HttpRequest request) {
    try {
      checkHead(request);
      return switch (type(request)) {
        case "ping" -> onPing(request);
        case "create-session" -> onCreate(request);
        case "fragment" -> onFragment(request);
        case "close-session" -> onClose(request);
        case "cancel-session" -> onCancel(request);
        default -> onUnknown(request);
      };
    } catch (Refusal refusal) {
      return refused(request, refusal);
    }
  }

  protected void checkHead(HttpRequest request) {
    boolean tooLong =
        request.headers().values().stream()
            .flatMap(values -> values.stream())
            .anyMatch(value -> value.length() > headerBytes());
    boolean noHost = request.header("Host").isEmpty();
    if (tooLong || noHost || !isVersionRight(request.version())) {
      throw Refusal.syntax();
    }
  }

  /** The longest header value, in bytes. */
  protected int headerBytes() {
    return 4096;
  }

  protected boolean isVersionRight(String version) {
    return version.equals("HTTP/1.1");
  }

  /** The packet type in lower case. */
  protected String type(HttpRequest request) {
    return request.packetType();
  }

  protected HttpAnswer onPing(HttpRequest request) {
    checkNoBody(request);
    return ack(200);
  }

  protected HttpAnswer onCreate(HttpRequest request) {
    checkNoBody(request);
    String protocol = protocol(request.header("BITS-Supported-Protocols").orElse(""));
    Upload upload = new Upload(nextSessionId(), destination(request));
    remember(key(upload.id()), upload);
    return ack(200)
        .with("BITS-Protocol", protocol)
        .with(SESSION_ID, upload.id())
        .with("Accept-Encoding", "identity");
  }

  protected HttpAnswer onFragment(HttpRequest request) {
    ByteRange range = parseRange(request.header("Content-Range").orElse(""));
    if (!request.header("Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
      throw new Refusal(415, Refusal.INVALID_ARGUMENT);
    }
    Upload upload = find(request);
    synchronized (upload) {
      checkRange(upload, range, request);
      boolean stored = store(upload, range, request.body());
      if (stored) {
        upload.announce(range.total());
      }
      return offsetAck(stored ? 200 : 416, upload);
    }
  }

  protected HttpAnswer onClose(HttpRequest request) {
    checkNoBody(request);
    Upload upload = find(request);
    synchronized (upload) {
      forget(key(upload.id()));
      if (upload.isComplete()) {
        publish(upload);
      }
      return ack(200).with(SESSION_ID, upload.id());
    }
  }

  protected HttpAnswer onCancel(HttpRequest request) {
    checkNoBody(request);
    Upload upload = find(request);
    forget(key(upload.id()));
    return ack(200).with(SESSION_ID, upload.id());
  }

  protected HttpAnswer onUnknown(HttpRequest request) {
    throw Refusal.syntax();
  }

  // ---- rules

  protected void checkNoBody(HttpRequest request) {
    if (request.body().length > 0) {
      throw Refusal.syntax();
    }
  }

  /** The protocol to use, out of the client's list. */
  protected String protocol(String list) {
    for (String offered : list.split("[ \t,]+")) {
      if (offered.equalsIgnoreCase(PROTOCOL)) {
        return PROTOCOL;
      }
    }
    throw Refusal.syntax();
  }

  protected String nextSessionId() {
    return "{" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT) + "}";
  }

  /** How a session is looked up: GUIDs have no letter case. */
  protected String key(String id) {
    return id.toUpperCase(Locale.ROOT);
  }

  protected void checkId(String key) {
    if (!key.matches(GUID)) {
      throw Refusal.syntax();
    }
  }

  /** The session with that key; null if there is none. */
  protected Upload lookUp(String key) {
    return sessions.get(key);
  }

  protected void remember(String key, Upload upload) {
    sessions.put(key, upload);
  }

  protected void forget(String key) {
    sessions.remove(key);
  }

  /** The session of a request. */
  protected Upload find(HttpRequest request) {
    String key = key(request.header(SESSION_ID).orElse(""));
    checkId(key);
    Upload upload = lookUp(key);
    if (upload == null) {
      throw Refusal.noSession();
    }
    checkUrl(upload, request);
    return upload;
  }

  /** A session belongs to the URL that it was opened for. */
  protected void checkUrl(Upload upload, HttpRequest request) {
    if (!upload.path().equals(path(request))) {
      throw Refusal.syntax();
    }
  }

  protected ByteRange parseRange(String text) {
    return ByteRange.parse(text);
  }

  protected final void checkRange(Upload upload, ByteRange range, HttpRequest request) {
    if (!isLengthRight(range, request) || !isTotalRight(upload, range)) {
      throw Refusal.syntax();
    }
  }

  protected boolean isLengthRight(ByteRange range, HttpRequest request) {
    return range.length() == request.body().length;
  }

  protected boolean isTotalRight(Upload upload, ByteRange range) {
    return upload.total() < 0 || upload.total() == range.total();
  }

  /** Takes the bytes of a fragment; false if it is out of step. */
  protected boolean store(Upload upload, ByteRange range, byte[] body) {
    if (range.first() != upload.offset()) {
      return false;
    }
    upload.append(body);
    return true;
  }

  protected void publish(Upload upload) {
    files.put(upload.path(), upload.bytes());
  }

  /** The path that a request names, decoded. */
  protected String path(HttpRequest request) {
    try {
      String path = URI.create(request.target()).getPath();
      return path == null ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** Where uploads are taken: paths with a slash at both ends. */
  protected Set<String> folders() {
    return Set.of(FOLDER);
  }

  /** The path of a new upload: a file of a folder. */
  protected String destination(HttpRequest request) {
    String path = path(request);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    if (!folders().contains(folder)) {
      throw new Refusal(404, Refusal.INVALID_ARGUMENT);
    }
    String name = path.substring(folder.length());
    if (name.isEmpty() || name.equals(".") || name.contains("..") || name.contains("\\")) {
      throw Refusal.syntax();
    }
    return path;
  }

  // ---- Acks

  protected HttpAnswer ack(int status) {
    return new HttpAnswer(status).with(PACKET_TYPE, "Ack");
  }

  /** The Ack of a fragment. */
  protected HttpAnswer offsetAck(int status, Upload upload) {
    return ack(status)
        .with(SESSION_ID, upload.id())
        .with(RECEIVED, String.valueOf(upload.offset()));
  }

  /** The Ack of a refused packet. */
  protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
    HttpAnswer ack = ack(refusal.status());
    Upload upload = lookUp(key(request.header(SESSION_ID).orElse("")));
    if (upload != null) {
      ack.with(SESSION_ID, upload.id());
      if (request.packetType().equals("fragment")) {
        ack.with(RECEIVED, String.valueOf(upload.offset()));
      }
    }
    return withError(ack, refusal.error());
  }

  /** Writes the error headers. */
  protected HttpAnswer withError(HttpAnswer ack, long error) {
    String value = String.format("0x%08X", error);
    return ack.with(ERROR, value).with(ERROR_CODE, value).with(CONTEXT, "0x5");
  }
}
