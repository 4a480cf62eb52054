package org.bitstck.play.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.exchange.Response.Framing;
import org.bitstck.exchange.Timing;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.Tls;

/** A connection of our own: exact bytes, deadlines, limits. */
final class SocketConnection implements Connection {
  /** Larger messages go out beside the reading, so that a peer may answer before it has them. */
  private static final int INLINE_BYTES = 32 * 1024;

  /** A peer that has not closed its side of a broken connection by now will not do so. */
  private static final Duration NOTICE = Duration.ofMillis(250);

  /** More interim answers than any peer has a reason for. */
  private static final int MOST_INTERIM = 100;

  /** So long the writer may take to notice that it is done, when the answer is there already. */
  private static final int WRITER_MS = 250;

  private final Endpoint endpoint;
  private final int number;
  private final long epochNanos;
  private final Limits limits;
  private final Quiet quiet;
  private final AnswerDeadline deadline;
  private final Tls tls;
  private final ExecutorService writers;
  private final Patience patience;
  private SocketChannel channel;
  private Socket socket;
  private WireInput in;
  private boolean reused;
  private boolean usable = true;

  SocketConnection(
      Endpoint endpoint,
      int number,
      long epochNanos,
      Limits limits,
      Quiet quiet,
      AnswerDeadline deadline,
      Tls tls,
      ExecutorService writers,
      Patience patience) {
    this.endpoint = endpoint;
    this.number = number;
    this.epochNanos = epochNanos;
    this.limits = limits;
    this.quiet = quiet;
    this.deadline = deadline;
    this.tls = tls;
    this.writers = writers;
    this.patience = patience;
  }

  @Override
  public Exchange exchange(int exchangeNumber, Request request, Sending sending) {
    ExchangeBuilder exchange = new ExchangeBuilder(exchangeNumber, request);
    exchange.sent = System.nanoTime();
    try {
      if (socket == null) {
        open();
        exchange.sent = System.nanoTime();
      }
    } catch (IOException e) {
      usable = false;
      // a peer may accept and reset before the connecting side has noticed that it was accepted
      boolean reset = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("reset");
      return exchange.end(reset ? Ending.RESET : Ending.NO_CONNECTION, reset ? "" : why(e));
    }
    try {
      in.begin(deadline.now());
      if (sending.cutAfter() >= 0) {
        return cut(exchange, sending);
      }
      if (!sending.holdBody() || !answeredEarly(exchange, sending)) {
        send(exchange, request, sending);
      }
      deadline.answered(in.firstByteNanos() - exchange.sent);
      return exchange.end(Ending.ANSWERED, "");
    } catch (AnswerProblem e) {
      usable = false;
      if (e.ending() == Ending.TIMED_OUT && in.firstByteNanos() == 0) {
        deadline.silent();
      }
      return exchange.end(e.ending(), e.getMessage());
    } catch (IOException e) {
      usable = false;
      return exchange.end(Ending.RESET, "");
    } finally {
      reused = true;
      if (!usable) {
        close();
      }
    }
  }

  private static String why(IOException e) {
    if (e instanceof UnknownHostException) {
      return "the host's name is unknown";
    }
    if (e instanceof SSLException tls) {
      return why(tls);
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static String why(SSLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof GeneralSecurityException) {
        return "its certificate is not trusted ("
            + cause.getMessage()
            + "); name the one to trust under 'tls' in a subject file, or take any with --insecure";
      }
    }
    return e.getMessage() != null && e.getMessage().startsWith("Unsupported or unrecognized SSL")
        ? "no TLS is spoken there; should the URL begin with http: instead of https:?"
        : "TLS failed: " + e.getMessage();
  }

  private void open() throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    Socket plain = channel.socket();
    try {
      plain.connect(
          new InetSocketAddress(endpoint.host(), endpoint.port()),
          (int) limits.connect().toMillis());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    socket = plain;
    if (endpoint.tls()) {
      plain.setSoTimeout((int) limits.answer().toMillis());
      socket = tls.over(plain, endpoint);
    }
    in = new WireInput(socket, patience);
  }

  private Exchange cut(ExchangeBuilder exchange, Sending sending) throws IOException {
    byte[] bytes = exchange.request.bytes();
    int end = (int) Math.min(bytes.length, sending.cutAfter());
    usable = false;
    OutputStream out = socket.getOutputStream();
    if (end <= INLINE_BYTES) {
      out.write(bytes, 0, end);
    } else if (!isDone(write(out, Arrays.copyOf(bytes, end)), limits.answer().toMillis())) {
      return exchange.end(Ending.TIMED_OUT, "the peer does not read the request");
    }
    if (sending.reset()) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } else {
      // the next packet must not overtake the news of the end
      socket.shutdownOutput();
      in.await(NOTICE);
    }
    return exchange.end(Ending.CUT, "after " + end + " of " + bytes.length + " bytes");
  }

  /** Sends the head and waits for a word; the body goes out later, if the word is not final. */
  private boolean answeredEarly(ExchangeBuilder exchange, Sending sending)
      throws IOException, AnswerProblem {
    socket.getOutputStream().write(exchange.request.head());
    exchange.early = in.await(sending.hold());
    if (exchange.early) {
      Response first = reader(exchange.request).read(true);
      if (first.status() >= 200) {
        finish(exchange, first);
        usable = false;
        return true;
      }
      exchange.interim.add(first);
    }
    return false;
  }

  private void send(ExchangeBuilder exchange, Request request, Sending sending)
      throws IOException, AnswerProblem {
    byte[] bytes = sending.holdBody() ? request.rest() : request.bytes();
    OutputStream out = socket.getOutputStream();
    if (bytes.length <= INLINE_BYTES) {
      try {
        out.write(bytes);
      } catch (IOException e) {
        // the peer may have answered before it closed: the reading tells
      }
      endOutput(sending);
      readAnswer(exchange);
      return;
    }
    Future<?> writer = write(out, bytes);
    readAnswer(exchange);
    if (usable && !isDone(writer, WRITER_MS)) {
      usable = false;
    }
  }

  /** Large messages could block for ever at a peer that does not read. */
  private Future<?> write(OutputStream out, byte[] bytes) {
    return writers.submit(
        () -> {
          out.write(bytes);
          return null;
        });
  }

  /** Whether all was written; a peer that answers early may have left a part unread. */
  private static boolean isDone(Future<?> writer, long withinMillis) throws IOException {
    try {
      writer.get(withinMillis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void endOutput(Sending sending) throws IOException {
    if (sending.endOutput()) {
      socket.shutdownOutput();
      usable = false;
    }
  }

  private void readAnswer(ExchangeBuilder exchange) throws AnswerProblem {
    boolean bodyPossible = !isHead(exchange.request);
    while (exchange.interim.size() < MOST_INTERIM) {
      Response response = reader(exchange.request).read(bodyPossible);
      if (response.status() >= 200) {
        finish(exchange, response);
        return;
      }
      exchange.interim.add(response);
    }
    throw new AnswerProblem(Ending.TOO_LARGE, MOST_INTERIM + " interim answers and no final one");
  }

  /** Also where the request is written to the byte. */
  private static boolean isHead(Request request) {
    byte[] raw = request.raw();
    return raw == null
        ? request.method().equals("HEAD")
        : new String(raw, 0, Math.min(5, raw.length), StandardCharsets.ISO_8859_1).equals("HEAD ");
  }

  private ResponseReader reader(Request request) {
    return new ResponseReader(in, limits, quiet, request.isPacket());
  }

  private void finish(ExchangeBuilder exchange, Response response) {
    exchange.response = response;
    // what begins like another answer is one: to a request that nobody sent, BITS-HTTP-CONN-001
    exchange.surplus = in.isAnswerPending() ? 0 : in.pending();
    boolean announced =
        response.headers().all("Connection").stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .anyMatch(token -> token.strip().equalsIgnoreCase("close"));
    if (announced
        || exchange.surplus > 0
        || response.framing() == Framing.UNTIL_CLOSE
        || response.version().equals("HTTP/1.0")) {
      usable = false;
    }
  }

  /** Also false when the peer has closed it meanwhile, or sent what nobody asked for. */
  @Override
  public boolean isUsable() {
    if (usable && in != null && in.pending() > 0) {
      usable = false;
    } else if (usable && socket != null) {
      try {
        channel.configureBlocking(false);
        usable = channel.read(ByteBuffer.allocate(1)) == 0;
        channel.configureBlocking(true);
      } catch (IOException e) {
        usable = false;
      }
    }
    return usable;
  }

  @Override
  public void close() {
    usable = false;
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // closing is all that was wanted
      }
    }
  }

  /** Collects what is known of an exchange while it runs. */
  private final class ExchangeBuilder {
    private final int exchangeNumber;
    private final Request request;
    private final List<Response> interim = new ArrayList<>(0);
    private long sent;
    private boolean early;
    private Response response;
    private int surplus;

    ExchangeBuilder(int exchangeNumber, Request request) {
      this.exchangeNumber = exchangeNumber;
      this.request = request;
    }

    Exchange end(Ending ending, String detail) {
      long first = in == null ? 0 : in.firstByteNanos();
      Timing timing =
          new Timing(micros(sent), first == 0 ? -1 : micros(first), micros(System.nanoTime()));
      return new Exchange(
          exchangeNumber,
          number,
          reused,
          request,
          List.copyOf(interim),
          early,
          response,
          ending,
          detail,
          surplus,
          timing);
    }

    private long micros(long nanos) {
      return (nanos - epochNanos) / 1000;
    }
  }
}
