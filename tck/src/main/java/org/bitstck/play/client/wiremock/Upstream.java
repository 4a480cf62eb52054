package org.bitstck.play.client.wiremock;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection to WireMock. */
final class Upstream implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;
  private final InputStream in;

  Upstream(int port) throws IOException {
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(PATIENCE_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * Asks, and reads what is said.
   *
   * @return the head with its empty line, and the body
   */
  byte[][] ask(String method, String path) throws IOException {
    String request =
        method + " " + path + " HTTP/1.1\r\nHost: bits-tck\r\nContent-Length: 0\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    byte[] head = head();
    boolean body = !method.equals("HEAD");
    return new byte[][] {head, body ? in.readNBytes(length(head)) : new byte[0]};
  }

  private byte[] head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(512);
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("WireMock closed the connection");
      }
      head.write(next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    return head.toByteArray();
  }

  private static int length(byte[] head) throws IOException {
    for (String line : new String(head, StandardCharsets.ISO_8859_1).split("\r\n")) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        return Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    throw new IOException(
        "WireMock gave no length: " + new String(head, StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is of no more use either way
    }
  }
}
