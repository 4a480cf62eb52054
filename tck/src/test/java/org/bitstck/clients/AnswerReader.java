package org.bitstck.clients;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what a server says. */
final class AnswerReader {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int MOST_LINES = 1000;
  private static final int MOST_UNSIZED = 16 * 1024 * 1024;

  private AnswerReader() {}

  /** The line of the final status; interim ones are passed over. */
  static String status(InputStream in) throws IOException {
    while (true) {
      String line = line(in);
      if (!line.matches("HTTP/1\\.[0-9] [1-9][0-9]{2}( .*)?")) {
        throw Failure.invalid("no HTTP");
      }
      if (line.charAt(9) != '1') {
        return line;
      }
      headers(in, new HashSet<>());
    }
  }

  /** All behind the status line. */
  static Answer rest(InputStream in, String statusLine) throws IOException {
    String version = statusLine.substring(0, 8);
    int status = Integer.parseInt(statusLine.substring(9, 12));
    try {
      Set<String> names = new HashSet<>();
      Map<String, String> headers = headers(in, names);
      String text = headers.getOrDefault("content-length", "");
      boolean sized = text.matches("[0-9]{1,10}") && !headers.containsKey("transfer-encoding");
      String connection = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
      boolean closing =
          !sized
              || connection.contains("close")
              || version.equals("HTTP/1.0") && !connection.contains("keep-alive");
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      Failure cut = sized ? copy(in, Long.parseLong(text), body) : null;
      if (!sized && connection.contains("close") && !headers.containsKey("transfer-encoding")) {
        body.writeBytes(in.readNBytes(MOST_UNSIZED));
      }
      return new Answer(
          version, status, headers, names, body.toByteArray(), cut, closing || cut != null);
    } catch (SocketTimeoutException e) {
      throw Failure.timeout("the answer stopped in the middle");
    }
  }

  private static Failure copy(InputStream in, long length, ByteArrayOutputStream out) {
    byte[] bytes = new byte[8192];
    try {
      for (long left = length; left > 0; ) {
        int n = in.read(bytes, 0, (int) Math.min(left, bytes.length));
        if (n < 0) {
          return Failure.transport(new EOFException(left + " bytes of the body are missing"));
        }
        out.write(bytes, 0, n);
        left -= n;
      }
      return null;
    } catch (SocketTimeoutException e) {
      return Failure.timeout("the body stopped in the middle");
    } catch (IOException e) {
      return Failure.transport(e);
    }
  }

  private static Map<String, String> headers(InputStream in, Set<String> names) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (int i = 0; i < MOST_LINES; i++) {
      String line = line(in);
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if (colon > 0) {
        names.add(line.substring(0, colon));
        headers.putIfAbsent(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    throw Failure.invalid("endless headers");
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b; (b = in.read()) != '\n'; ) {
      if (b < 0) {
        throw new EOFException("the connection ended where an answer was due");
      }
      if (line.size() == LONGEST_LINE) {
        throw Failure.invalid("an endless line");
      }
      line.write(b);
    }
    return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
  }
}
