package org.bitstck.play.client;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** A small correct client: one connection, one upload. */
final class SmallClient implements ScriptClient.Part {
  static final String PROTOCOL =
      "BITS-Supported-Protocols: {7df0354d-249b-430f-820d-3d2a9bef4931}\r\n";
  private static final byte[] NOTHING = new byte[0];

  private final int fragment;

  /**
   * @param fragment bytes
   */
  SmallClient(int fragment) {
    this.fragment = fragment;
  }

  @Override
  public void play(UploadOrder order, ScriptClient.Control control) throws Exception {
    byte[] file = Files.readAllBytes(order.file());
    String login = login(order);
    try (RawLine line = new RawLine(order)) {
      RawLine.Answer created = line.packet(order, "CREATE-SESSION", PROTOCOL + login, NOTHING);
      if (created.status() != 200) {
        throw new IOException(created.head());
      }
      String session = "BITS-Session-Id: " + created.header("BITS-Session-Id") + "\r\n" + login;
      int at = 0;
      String replyUrl = null;
      while (at < file.length) {
        int end = Math.min(at + fragment, file.length);
        String range = "Content-Range: bytes %d-%d/%d\r\n".formatted(at, end - 1, file.length);
        RawLine.Answer ack =
            line.packet(order, "FRAGMENT", session + range, Arrays.copyOfRange(file, at, end));
        if (ack.status() != 200 && ack.status() != 416) {
          throw new IOException(ack.head());
        }
        at = Integer.parseInt(ack.header("BITS-Received-Content-Range"));
        replyUrl = ack.header("BITS-Reply-URL");
      }
      if (order.replyTo() != null) {
        String path = replyUrl.substring(replyUrl.indexOf('/', 8));
        line.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + login + "\r\n");
        Files.write(order.replyTo(), line.read().body());
      }
      RawLine.Answer closed = line.packet(order, "CLOSE-SESSION", session, NOTHING);
      control.report(closed.status() == 200 ? Outcome.SUCCESS : Outcome.FAILED);
    }
  }

  private static String login(UploadOrder order) {
    if (order.credentials() == null) {
      return "";
    }
    String pair = order.credentials().user() + ":" + order.credentials().password();
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes()) + "\r\n";
  }

  /** Creates a session; returns the header line that names it. */
  static String create(RawLine line, UploadOrder order) throws IOException {
    String id = line.packet(order, "CREATE-SESSION", PROTOCOL, NOTHING).header("BITS-Session-Id");
    return "BITS-Session-Id: " + id + "\r\n";
  }
}
