package org.bitstck.play.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client's connection, by hand. */
final class RawLine implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  final Socket socket;
  final InputStream in;

  RawLine(String host, int port) throws IOException {
    socket = new Socket(host, port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  RawLine(UploadOrder order) throws IOException {
    this(URI.create(order.url()).getHost(), URI.create(order.url()).getPort());
  }

  /** What came back. */
  record Answer(String head, byte[] body) {
    int status() {
      return Integer.parseInt(head.split(" ")[1]);
    }

    /** The first header of this name; null if there is none. */
    String header(String name) {
      for (String line : head.split("\r\n")) {
        if (line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":")) {
          return line.substring(name.length() + 1).strip();
        }
      }
      return null;
    }
  }

  void send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  Answer read() throws IOException {
    return read(true);
  }

  Answer read(boolean withBody) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("after '" + head + "'");
      }
      head.write(next);
    }
    Answer answer = new Answer(head.toString(StandardCharsets.ISO_8859_1), new byte[0]);
    String length = answer.header("Content-Length");
    if (!withBody || length == null) {
      return answer;
    }
    byte[] body = in.readNBytes(Integer.parseInt(length));
    if (body.length < Integer.parseInt(length)) {
      throw new EOFException("body of " + body.length + " bytes");
    }
    return new Answer(answer.head(), body);
  }

  /** Sends a packet with an empty body or a fragment. */
  Answer packet(UploadOrder order, String type, String headers, byte[] body) throws IOException {
    send(head(order, type, headers, body.length));
    send(body);
    return read();
  }

  static String head(UploadOrder order, String type, String headers, int length) {
    URI url = URI.create(order.url());
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return "BITS_POST %s HTTP/1.1\r\nHost: %s\r\nBITS-Packet-Type: %s\r\n%sContent-Length: %d\r\n\r\n"
        .formatted(url.getRawPath() + query, url.getRawAuthority(), type, headers, length);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
