package org.bitstck.play.tap;

import java.util.List;
import java.util.Locale;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Headers;
import org.bitstck.play.Limits;

/** Reads the body of a request: by Content-Length, or in chunks; without either there is none. */
final class BodyReader {
  private static final int BLOCK = 64 * 1024;
  private static final int LONGEST_LINE = 4096;

  private final WireReader in;
  private final Limits limits;
  private final Headers headers;
  private final boolean chunked;
  private final long length;

  /**
   * @throws RequestProblem if nobody can tell where the body ends
   */
  BodyReader(WireReader in, Limits limits, Headers headers) throws RequestProblem {
    this.in = in;
    this.limits = limits;
    this.headers = headers;
    this.chunked =
        headers.all("Transfer-Encoding").stream()
            .anyMatch(coding -> coding.toLowerCase(Locale.ROOT).contains("chunked"));
    this.length = chunked ? 0 : length();
  }

  private long length() throws RequestProblem {
    List<String> lengths = headers.all(Bits.CONTENT_LENGTH).stream().distinct().toList();
    if (lengths.isEmpty()) {
      return 0;
    }
    if (lengths.size() > 1 || !lengths.get(0).matches("\\d{1,18}")) {
      throw new RequestProblem(
          Ending.GARBAGE, 400, "Content-Length: " + String.join(" and ", lengths));
    }
    return Long.parseLong(lengths.get(0));
  }

  /** True if something is to be read. */
  boolean hasBody() {
    return chunked || length > 0;
  }

  /**
   * Reads the body.
   *
   * @param most so many bytes at most
   * @return false if that was reached before its end
   */
  boolean read(BodySink sink, long most) throws RequestProblem {
    return chunked ? readChunks(sink, most) : take(sink, length, most);
  }

  private boolean readChunks(BodySink sink, long most) throws RequestProblem {
    while (true) {
      String text = line().split(";", 2)[0].strip();
      if (!text.matches("[0-9a-fA-F]{1,15}")) {
        throw new RequestProblem(Ending.GARBAGE, 400, "a chunk of size '" + text + "'");
      }
      long size = Long.parseLong(text, 16);
      if (size == 0) {
        break;
      }
      if (!take(sink, size, most)) {
        return false;
      }
      if (!line().isEmpty()) {
        throw new RequestProblem(Ending.GARBAGE, 400, "no line end behind a chunk");
      }
    }
    while (!line().isEmpty()) {
      // trailers say nothing that is judged
    }
    return true;
  }

  private boolean take(BodySink sink, long count, long most) throws RequestProblem {
    byte[] block = new byte[(int) Math.min(BLOCK, count)];
    long left = count;
    while (left > 0) {
      long allowed = Math.min(most, sink.limit()) - sink.count();
      if (allowed <= 0 && sink.count() >= most) {
        return false;
      }
      if (allowed <= 0) {
        throw new RequestProblem(
            Ending.TOO_LARGE, 413, "a body of more than " + sink.limit() + " bytes");
      }
      int got = in.next(block, Math.min(left, allowed), deadline());
      sink.take(block, got);
      left -= got;
    }
    return true;
  }

  private String line() throws RequestProblem {
    StringBuilder line = new StringBuilder();
    for (int next = in.next(deadline()); next != '\n'; next = in.next(deadline())) {
      line.append((char) next);
      if (line.length() > LONGEST_LINE) {
        throw new RequestProblem(Ending.GARBAGE, 400, "a chunk's line does not end");
      }
    }
    return line.toString().strip();
  }

  /** A client that sends is waited for; one that stopped is not. */
  private long deadline() {
    return System.nanoTime() + limits.answer().toNanos();
  }
}
