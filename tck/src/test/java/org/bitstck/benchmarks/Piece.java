package org.bitstck.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes that went one way on a connection without anything coming the other way between them.
 *
 * @param connection counted from 0
 * @param sent by the kit; by the server otherwise
 */
record Piece(int connection, boolean sent, byte[] bytes) {

  /** The bytes as characters, one each. */
  String text() {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** With more that went the same way. */
  Piece and(byte[] more) {
    byte[] both = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, both, bytes.length, more.length);
    return new Piece(connection, sent, both);
  }

  /** With other characters at a place, as many as there are of them. */
  Piece with(int at, String characters) {
    byte[] changed = bytes.clone();
    byte[] now = characters.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(now, 0, changed, at, now.length);
    return new Piece(connection, sent, changed);
  }
}
