package org.bitstck.client.reply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;

/**
 * Downloads a reply into a file: a small one at once, a large one in pieces, and what is there
 * already is not fetched again. Source: MC-BUP 2.3, 3.6.
 */
public final class ReplyDownload {
  /** Bytes of a piece. */
  private static final long PIECE = 1 << 20;

  private static final int MOST_RESTARTS = 3;

  private final Exchanges http;
  private final Destination source;
  private final Path target;
  private final Path part;
  private final ReplyProgress progress;
  private final BooleanSupplier stopping;
  private FileChannel file;
  private int restarts;

  /**
   * Prepares a download.
   *
   * @param target gets the reply when it is complete; until then it is beside it, with ".part"
   */
  public ReplyDownload(
      Exchanges http,
      Destination source,
      Path target,
      ReplyProgress progress,
      BooleanSupplier stopping) {
    this.http = http;
    this.source = source;
    this.target = target.toAbsolutePath();
    this.part = this.target.resolveSibling(this.target.getFileName() + ".part");
    this.progress = progress;
    this.stopping = stopping;
  }

  /** Downloads what is missing. */
  public void run() throws ExchangeFailure, ReplyRefused {
    fetch();
    try {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void fetch() throws ExchangeFailure, ReplyRefused {
    try (FileChannel opened =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file = opened;
      if (progress.size() < 0) {
        file.truncate(0);
        ask();
      }
      while (progress.size() < 0 || file.size() < progress.size()) {
        piece();
      }
      if (file.size() > progress.size()) {
        throw ExchangeFailure.invalid("the reply is longer than announced");
      }
    } catch (ExchangeFailure e) {
      throw e;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private ExchangeFailure unwritable(IOException e) {
    return new ExchangeFailure(ExchangeFailure.Kind.FILE, "cannot write " + target + ": " + e, e);
  }

  /** Learns size and time, where the server tells them; if not, the GET will. */
  private void ask() throws ExchangeFailure {
    Answer head = http.send(Request.of("HEAD", source), sent -> {});
    progress.answered("HEAD", head.status());
    if (head.status() == 200 && head.contentLength() >= 0) {
      progress.entity(head.contentLength(), version(head));
    }
  }

  private void piece() throws IOException, ReplyRefused {
    long from = file.size();
    long size = progress.size();
    boolean whole = from == 0 && size <= PIECE;
    Request request = Request.of("GET", source).header("Accept-Encoding", "identity");
    if (!whole) {
      long last = Math.min(from + PIECE, size) - 1;
      request.header("Range", "bytes=" + from + "-" + last);
    }
    Answer answer =
        http.exchange(
            request,
            sent -> {},
            (head, body, progressed) -> {
              if (isRefusal(head)) {
                return;
              }
              if (whole) {
                all(head, body, progressed);
              } else {
                some(head, body, progressed, from);
              }
            });
    progress.answered("GET", answer.status());
    if (isRefusal(answer)) {
      throw new ReplyRefused(answer.status());
    }
    goOn();
  }

  private static boolean isRefusal(Answer answer) {
    return answer.status() != 200 && answer.status() != 206;
  }

  /** Nothing more is asked for, or read, when the upload is to stop. */
  private void goOn() throws ExchangeFailure {
    if (stopping.getAsBoolean()) {
      throw new ExchangeFailure(ExchangeFailure.Kind.ABORTED, "stopped", null);
    }
  }

  private void all(Answer head, InputStream body, Runnable progressed) throws IOException {
    if (head.status() != 200) {
      throw ExchangeFailure.invalid("a part came though all was asked for");
    }
    long length = head.contentLength();
    if (length < 0) {
      throw ExchangeFailure.invalid("the reply has no Content-Length");
    }
    if (progress.size() >= 0 && (length != progress.size() || changed(head))) {
      startOver(length != progress.size());
      return;
    }
    progress.entity(length, version(head));
    store(body, length, progressed);
  }

  private void some(Answer head, InputStream body, Runnable progressed, long from)
      throws IOException {
    if (head.status() != 206) {
      throw ExchangeFailure.invalid("all of the reply came though a part was asked for");
    }
    ContentRange range = ContentRange.parse(head.header("Content-Range"));
    if (range == null) {
      throw ExchangeFailure.invalid("the part has no Content-Range with a total");
    }
    if (range.total() != progress.size() || changed(head)) {
      startOver(range.total() != progress.size() && !changed(head));
      return;
    }
    long length = range.last() - range.first() + 1;
    if (range.first() != from || length > PIECE || head.contentLength() != length) {
      throw ExchangeFailure.invalid("the part is not the one that was asked for");
    }
    store(body, length, progressed);
  }

  private void startOver(boolean contradiction) throws IOException {
    if (contradiction || ++restarts > MOST_RESTARTS) {
      // the next try asks anew
      progress.entity(-1, null);
      file.truncate(0);
      throw ExchangeFailure.invalid("the size of the reply, or the reply itself, keeps changing");
    }
    file.truncate(0);
    progress.entity(-1, null);
  }

  private void store(InputStream body, long length, Runnable progressed) throws IOException {
    byte[] buffer = new byte[(int) Math.min(64 * 1024, Math.max(1, length))];
    long left = length;
    long position = file.size();
    while (left > 0) {
      goOn();
      int n = body == null ? -1 : body.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        throw new ExchangeFailure(
            ExchangeFailure.Kind.TRANSPORT, "the reply ended " + left + " bytes too early", null);
      }
      ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
      while (bytes.hasRemaining()) {
        position += write(bytes, position);
      }
      left -= n;
      progressed.run();
      progress.received(position);
    }
  }

  private int write(ByteBuffer bytes, long position) throws ExchangeFailure {
    try {
      return file.write(bytes, position);
    } catch (IOException e) {
      throw new ExchangeFailure(ExchangeFailure.Kind.FILE, "cannot write " + part + ": " + e, e);
    }
  }

  private boolean changed(Answer head) {
    return progress.version() != null && !progress.version().equals(version(head));
  }

  private static String version(Answer head) {
    String time = head.header("Last-Modified");
    return time == null ? head.header("ETag") : time;
  }

  /**
   * A range as an answer names it.
   *
   * @param first byte, counted from 0
   * @param last byte, inclusive
   * @param total bytes of the entity
   */
  record ContentRange(long first, long last, long total) {
    /** Null if the header is missing, is no range, or leaves the total open. */
    static ContentRange parse(String header) {
      if (header == null || !header.matches("(?i)bytes[ =]+\\d{1,18}-\\d{1,18}/\\d{1,18}")) {
        return null;
      }
      String[] numbers = header.substring(5).trim().replace("=", "").trim().split("[-/]");
      long first = Long.parseLong(numbers[0].trim());
      long last = Long.parseLong(numbers[1]);
      long total = Long.parseLong(numbers[2]);
      return last < first || last >= total ? null : new ContentRange(first, last, total);
    }
  }
}
