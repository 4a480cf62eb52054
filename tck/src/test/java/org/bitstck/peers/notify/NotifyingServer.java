package org.bitstck.peers.notify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/**
 * A {@link PlainServer} with folders whose uploads an application hears of: by reference, by value,
 * by value with little time, by a relative URL, and one with a URL and the type none.
 */
public class NotifyingServer extends PlainServer {
  public static final String REFERENCE = "/reference/";
  public static final String VALUE = "/value/";
  public static final String HASTY = "/hasty/";
  public static final String BESIDE = "/beside/";
  public static final String QUIET = "/quiet/";

  /** So long an application has in the folder {@link #HASTY}. */
  public static final long HASTE_MILLIS = 700;

  protected static final String STATIC_URL = "BITS-Static-Response-URL";
  protected static final String COPY = "BITS-Copy-File-To-Destination";
  protected static final String ORIGINAL_URL = "BITS-Original-Request-URL";
  protected static final String DATA_FILE = "BITS-Request-DataFile-Name";
  protected static final String RESPONSE_FILE = "BITS-Response-DataFile-Name";

  private static final String REPLIES = "/replies/";
  private static final String TIME = "Sat, 21 Nov 2026 08:00:00 GMT";
  private static final long FAILED = 0x8007003AL;
  private static final long TOO_SLOW = 0x80070112L;
  private static final long PATIENCE_MILLIS = 20_000;
  private static final int LONGEST_URL = 2200;

  protected final Map<String, Order> orders = new ConcurrentHashMap<>();
  protected final Map<String, byte[]> replies = new ConcurrentHashMap<>();
  private URI application;
  private Path shared;

  /** Says whom it notifies, and where the files are put that both see. */
  public final void tell(URI url, Path sharedFolder) {
    application = url;
    shared = sharedFolder;
  }

  @Override
  protected Set<String> folders() {
    return Set.of("/inbox/", REFERENCE, VALUE, HASTY, BESIDE, QUIET);
  }

  // ---- packets

  @Override
  protected HttpAnswer onCreate(HttpRequest request) {
    HttpAnswer ack = super.onCreate(request);
    String path = path(request);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    if (isNotified(folder)) {
      URI target = URI.create(request.target());
      String url = "http://" + request.header("Host").orElse("") + target.getRawPath();
      String key = key(ack.header(SESSION_ID));
      orders.put(key, new Order(lookUp(key), folder, url, target.getRawQuery()));
    }
    return ack;
  }

  /** Whether uploads to a folder are told of. */
  protected boolean isNotified(String folder) {
    return !folder.equals("/inbox/") && !folder.equals(QUIET);
  }

  @Override
  protected HttpAnswer onFragment(HttpRequest request) {
    Order order = order(request);
    if (order == null) {
      return super.onFragment(request);
    }
    synchronized (order) {
      Upload upload = find(request);
      if (!upload.isComplete()) {
        HttpAnswer ack = super.onFragment(request);
        if (!ack.isSuccess() || !upload.isComplete()) {
          return incomplete(order, ack);
        }
      }
      return decide(order);
    }
  }

  /** The Ack of a fragment that is not the last. */
  protected HttpAnswer incomplete(Order order, HttpAnswer ack) {
    return ack;
  }

  private Order order(HttpRequest request) {
    return orders.get(key(request.header(SESSION_ID).orElse("")));
  }

  @Override
  protected HttpAnswer onClose(HttpRequest request) {
    Order order = order(request);
    HttpAnswer ack = super.onClose(request);
    drop(order);
    return ack;
  }

  @Override
  protected HttpAnswer onCancel(HttpRequest request) {
    Order order = order(request);
    HttpAnswer ack = super.onCancel(request);
    drop(order);
    return ack;
  }

  private void drop(Order order) {
    if (order != null) {
      orders.remove(key(order.upload().id()));
      deleteReply(order);
      deleteData(order);
    }
  }

  protected void deleteReply(Order order) {
    if (order.replyId != null) {
      replies.remove(order.replyId);
    }
  }

  /** The files that the application was told of are of no more use. */
  protected void deleteData(Order order) {
    delete(order.data);
    delete(order.response);
  }

  protected static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void publish(Upload upload) {
    Order order = orders.get(key(upload.id()));
    if (order == null || isDelivered(order)) {
      super.publish(upload);
    }
  }

  protected boolean isDelivered(Order order) {
    return order.copied;
  }

  // ---- the application

  /** What becomes of an upload whose data is complete. */
  protected HttpAnswer decide(Order order) {
    if (order.forbidden) {
      return failed(order, 403);
    }
    if (order.taken) {
      return repeated(order);
    }
    Told told = ask(order);
    int refusal = refusal(order, told);
    if (refusal != 0) {
      order.forbidden = told.isSaid() && told.status() == 403;
      return failed(order, refusal);
    }
    return taken(order, told);
  }

  /** Tells the application and waits for what it says. */
  protected Told ask(Order order) {
    return Post.send(notice(order), limitMillis(order));
  }

  /** How long the application has; 0 for no limit. */
  protected long limitMillis(Order order) {
    return order.folder().equals(HASTY) ? HASTE_MILLIS : PATIENCE_MILLIS;
  }

  /** Where an upload is told of. */
  protected URI applicationUrl(Order order) {
    String configured = order.folder().equals(BESIDE) ? "take" : application.toString();
    String query = order.query() == null ? "" : "?" + order.query();
    return URI.create(order.url()).resolve(configured + query);
  }

  /** What the application is told. */
  protected Notice notice(Order order) {
    byte[] bytes = order.upload().bytes();
    boolean byReference = order.isByReference();
    Notice notice = new Notice(applicationUrl(order), byReference ? new byte[0] : bytes);
    notice.with(ORIGINAL_URL, order.url());
    if (byReference) {
      place(order, bytes);
      notice.with(DATA_FILE, order.data.toString()).with(RESPONSE_FILE, order.response.toString());
    }
    return notice;
  }

  /** Puts the upload where the application can read it. */
  protected final void place(Order order, byte[] bytes) {
    try {
      order.data = shared.resolve(UUID.randomUUID() + ".in");
      order.response = responsePath(order, shared.resolve(UUID.randomUUID() + ".out"));
      Files.write(order.data, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the application may put its reply. */
  protected Path responsePath(Order order, Path usual) {
    return usual;
  }

  /** The status of the error Ack that an answer leads to; 0 if the application took the upload. */
  protected int refusal(Order order, Told told) {
    if (!told.isSaid()) {
      return told.status();
    }
    if (told.status() != 200) {
      return told.status() == 401 ? 403 : told.status();
    }
    boolean bodyInVain = order.isByReference() && told.body().length > 0;
    boolean malformed = !told.version().equals("HTTP/1.1") || !told.whole() || bodyInVain;
    if (malformed || !isUrlUsable(told.headers().getOrDefault(STATIC_URL, ""))) {
      return 411;
    }
    return told.headers().getOrDefault(STATIC_URL, "").length() > LONGEST_URL ? 400 : 0;
  }

  /** Whether the application's reply URL can be handed on; an empty one is none. */
  protected boolean isUrlUsable(String url) {
    return url.isEmpty() || url.startsWith("http://") || url.startsWith("https://");
  }

  /** The application has taken the upload. */
  protected HttpAnswer taken(Order order, Told told) {
    order.taken = true;
    order.copied = isCopied(told);
    String url = told.headers().getOrDefault(STATIC_URL, "");
    order.replyUrl = url.isEmpty() ? ownUrl(order, told) : url;
    return accepted(order);
  }

  protected boolean isCopied(Told told) {
    return told.has(COPY);
  }

  /** Stores the reply, and says where it can be had. */
  protected final String ownUrl(Order order, Told told) {
    order.replyId = UUID.randomUUID().toString();
    replies.put(order.replyId, reply(order, told));
    return url().resolve(REPLIES + order.replyId).toString();
  }

  /** The application's reply. */
  protected byte[] reply(Order order, Told told) {
    try {
      return order.isByReference() && Files.exists(order.response)
          ? Files.readAllBytes(order.response)
          : told.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Ack of a last fragment that comes again. */
  protected HttpAnswer repeated(Order order) {
    return accepted(order);
  }

  /** The Ack of the last fragment. */
  protected HttpAnswer accepted(Order order) {
    return offsetAck(200, order.upload()).with("BITS-Reply-URL", order.replyUrl);
  }

  /** The Ack of a last fragment that the application has not taken. */
  protected HttpAnswer failed(Order order, int status) {
    long error = status == 408 ? TOO_SLOW : status < 500 ? Refusal.INVALID_ARGUMENT : FAILED;
    return withError(offsetAck(status, order.upload()), error).with(CONTEXT, "0x7");
  }

  // ---- replies

  @Override
  protected HttpAnswer answer(HttpRequest request) {
    boolean asked = request.method().equals("GET") || request.method().equals("HEAD");
    if (!asked || !path(request).startsWith(REPLIES)) {
      return super.answer(request);
    }
    byte[] content = replies.get(path(request).substring(REPLIES.length()));
    return content == null ? new HttpAnswer(404) : download(request, content);
  }

  /** Answers a request for a reply. */
  protected HttpAnswer download(HttpRequest request, byte[] content) {
    return Reply.answer(request, content, lastModified());
  }

  protected String lastModified() {
    return TIME;
  }
}
