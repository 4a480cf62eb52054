package org.bitstck.applications;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.Peer;

/**
 * A right server application that echoes, of plain sockets; the wrong ones change one of its
 * methods. At {@code /static} its replies have URLs, at {@code /keep} it wants the upload at its
 * own, at {@code /busy} it takes nothing.
 */
public class PlainApplication extends Peer {
  protected static final String ORIGINAL_URL = "BITS-Original-Request-URL";
  protected static final String REQUEST_FILE = "BITS-Request-DataFile-Name";
  protected static final String RESPONSE_FILE = "BITS-Response-DataFile-Name";
  protected static final String STATIC_URL = "BITS-Static-Response-URL";
  protected static final String COPY = "BITS-Copy-File-To-Destination";

  private final Map<String, byte[]> statics = new ConcurrentHashMap<>();
  private final Set<String> taken = ConcurrentHashMap.newKeySet();
  private final AtomicInteger names = new AtomicInteger();
  private final Path journal;

  public PlainApplication() {
    try {
      journal = Files.createTempFile("bits-tck-", ".journal");
      journal.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is notified. */
  public final URI notified() {
    return url().resolve("/take");
  }

  /** Gets a line for each effect. */
  public final Path journal() {
    return journal;
  }

  @Override
  protected void serve(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream());
    for (HttpRequest head; (head = HttpRequest.readHead(in)) != null; ) {
      int length = Integer.parseInt(head.header("Content-Length").orElse("0"));
      HttpAnswer answer = answer(head.withBody(in.readNBytes(length)));
      if (answer == HttpAnswer.SILENCE) {
        drain(in);
        return;
      }
      socket.getOutputStream().write(written(head, answer));
      if (answer.isClosing()) {
        lingeringClose(socket);
        return;
      }
    }
  }

  /** The bytes of an answer. */
  protected byte[] written(HttpRequest request, HttpAnswer answer) {
    return request.method().equals("HEAD") ? answer.head() : answer.bytes();
  }

  /** The answer to any request. */
  protected HttpAnswer answer(HttpRequest request) {
    if (!request.method().equals("POST")) {
      return download(request);
    }
    int status = refusal(request);
    if (status != 200) {
      return new HttpAnswer(status);
    }
    try {
      if (request.target().equals("/busy")) {
        throw new IOException("busy");
      }
      return take(request, upload(request));
    } catch (IOException e) {
      return failed(e);
    }
  }

  /** The status for what is no notification; 200 for one. */
  protected int refusal(HttpRequest request) {
    if (!request.version().equals("HTTP/1.1")) {
      return 505;
    }
    boolean half =
        request.header(REQUEST_FILE).isPresent() != request.header(RESPONSE_FILE).isPresent();
    return half || request.header(ORIGINAL_URL).isEmpty() ? 400 : 200;
  }

  /** The data of a notification. */
  protected byte[] upload(HttpRequest request) throws IOException {
    Optional<String> file = request.header(REQUEST_FILE);
    return file.isPresent() ? Files.readAllBytes(Path.of(file.get())) : request.body();
  }

  /** The answer to what cannot be processed. */
  protected HttpAnswer failed(IOException why) {
    return new HttpAnswer(500);
  }

  /** The answer to an upload. */
  protected HttpAnswer take(HttpRequest request, byte[] upload) throws IOException {
    HttpAnswer answer = replied(request, upload);
    if (request.target().equals("/keep")) {
      answer.with(COPY, "1");
    }
    String key = request.header(ORIGINAL_URL).orElse("") + Arrays.hashCode(upload);
    effect(request.header(ORIGINAL_URL).orElse("nameless"), taken.add(key));
    return answer;
  }

  /** Brings the reply to where it belongs. */
  protected HttpAnswer replied(HttpRequest request, byte[] reply) throws IOException {
    if (request.target().equals("/static")) {
      return new HttpAnswer(200).with(STATIC_URL, staticUrl(publish(reply)));
    }
    Optional<String> file = request.header(RESPONSE_FILE);
    if (file.isEmpty()) {
      return new HttpAnswer(200).body(reply);
    }
    Files.write(Path.of(file.get()), reply);
    return new HttpAnswer(200);
  }

  /** Keeps a static reply; gives the path of its URL. */
  protected final String publish(byte[] reply) {
    String path = "/replies/" + names.incrementAndGet();
    statics.put(path, reply);
    return path;
  }

  protected String staticUrl(String path) {
    return url().resolve(path).toString();
  }

  /**
   * What an upload brings about.
   *
   * @param first false if the same was notified before
   */
  protected void effect(String originalUrl, boolean first) throws IOException {
    if (first) {
      Files.writeString(journal, "took " + originalUrl + "\n", StandardOpenOption.APPEND);
    }
  }

  /** The answer to GET and HEAD. */
  protected HttpAnswer download(HttpRequest request) {
    byte[] reply = statics.get(request.target());
    if (reply == null) {
      return new HttpAnswer(request.target().startsWith("/replies/") ? 404 : 405);
    }
    if (request.header("Range").filter("bytes=0-0"::equals).isPresent()) {
      return new HttpAnswer(206)
          .with("Content-Range", "bytes 0-0/" + reply.length)
          .body(Arrays.copyOf(reply, 1));
    }
    return new HttpAnswer(200).body(reply);
  }
}
