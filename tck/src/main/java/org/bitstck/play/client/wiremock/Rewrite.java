package org.bitstck.play.client.wiremock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;

/**
 * Makes of what WireMock said what was meant: an HTTP server neither says HTTP/1.0 nor a wrong
 * Content-Length, and has a say in how a message ends.
 */
final class Rewrite {
  private static final Set<String> OF_THE_SERVER =
      Set.of(
          "content-length",
          "content-encoding",
          "transfer-encoding",
          "connection",
          "keep-alive",
          "trailer",
          "upgrade",
          "date",
          "server");

  private Rewrite() {}

  /** False for a header that a server sets by itself, or acts on. */
  static boolean isSayable(Header header) {
    return !OF_THE_SERVER.contains(header.name().toLowerCase(Locale.ROOT));
  }

  /** The status to ask for: one that lets a server send a body. */
  static int sayableStatus(int status) {
    return status < 200 || status > 599 || status == 204 || status == 304 ? 200 : status;
  }

  /**
   * The head as it was meant: the lines that were said, in the order that was meant, and those that
   * no server says.
   */
  static byte[] head(byte[] said, Answer meant) {
    List<String> lines =
        new ArrayList<>(Arrays.asList(new String(said, StandardCharsets.ISO_8859_1).split("\r\n")));
    String statusLine = lines.remove(0);
    boolean same = statusLine.startsWith(meant.version() + " " + meant.status() + " ");
    StringBuilder head = new StringBuilder(said.length + 64);
    head.append(same && !meant.reason().isEmpty() ? statusLine : meant.statusLine());
    for (Header header : meant.headers()) {
      head.append("\r\n").append(taken(header, lines));
    }
    return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The header's line as it was said; as it was meant if it was not said. */
  private static String taken(Header header, List<String> said) {
    if (isSayable(header)) {
      for (int i = 0; i < said.size(); i++) {
        if (said.get(i).startsWith(header.name() + ":")) {
          return said.remove(i);
        }
      }
    }
    return header.name() + ": " + header.value();
  }
}
