package org.bitstck.peers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer that does nothing of the protocol, in one of many ways. */
public final class NullPeer extends Peer {
  private static final int DIES_AFTER = 3;

  private final Kind kind;
  private final AtomicInteger requests = new AtomicInteger();

  /** What it does with whatever comes. */
  public enum Kind {
    OK_TO_EVERYTHING(answer(new HttpAnswer(200))),
    ACK_TO_EVERYTHING(answer(ack(200))),
    BAD_REQUEST_ACK_TO_EVERYTHING(answer(withError(ack(400), "0x80070057"))),
    BAD_REQUEST_TO_EVERYTHING(answer(new HttpAnswer(400))),
    NO_SESSION_TO_EVERYTHING(answer(withError(ack(500), "0x8020001F"))),
    SERVER_ERROR_TO_EVERYTHING(answer(new HttpAnswer(500))),
    NOT_IMPLEMENTED_TO_EVERYTHING(answer(new HttpAnswer(501))),
    OFFSET_0_TO_EVERYTHING(answer(ack(416).with("BITS-Received-Content-Range", "0"))),
    ECHO(NullPeer::echo),
    CLOSES_AT_ONCE((peer, socket) -> {}),
    RESETS_AT_ONCE((peer, socket) -> socket.setSoLinger(true, 0)),
    CLOSES_BEHIND_THE_REQUEST((peer, socket) -> readRequest(input(socket))),
    NEVER_ANSWERS((peer, socket) -> drain(socket.getInputStream())),
    HALF_AN_ANSWER(NullPeer::halfAnAnswer),
    HALF_AN_ANSWER_AND_CLOSES(NullPeer::halfAnAnswerAndCloses),
    GARBAGE(NullPeer::garbage),
    ENDLESS_HEADERS(NullPeer::endlessHeaders),
    DIES_AFTER_THE_THIRD_REQUEST(NullPeer::dying);

    private final Behaviour behaviour;

    Kind(Behaviour behaviour) {
      this.behaviour = behaviour;
    }

    /** True if the kit has to wait for it in vain. */
    public boolean isSilent() {
      return this == NEVER_ANSWERS || this == HALF_AN_ANSWER;
    }
  }

  /** Serves one connection. */
  private interface Behaviour {
    void serve(NullPeer peer, Socket socket) throws IOException;
  }

  public NullPeer(Kind kind) {
    this.kind = kind;
  }

  @Override
  protected void serve(Socket socket) throws IOException {
    kind.behaviour.serve(this, socket);
  }

  private static HttpAnswer ack(int status) {
    return new HttpAnswer(status).with("BITS-Packet-Type", "Ack");
  }

  private static HttpAnswer session() {
    return ack(200)
        .with("BITS-Session-Id", "{00000000-0000-0000-0000-000000000001}")
        .with("BITS-Protocol", "{7df0354d-249b-430f-820d-3d2a9bef4931}");
  }

  private static HttpAnswer withError(HttpAnswer ack, String error) {
    return ack.with("BITS-Error", error).with("BITS-Error-Context", "0x5");
  }

  private static Behaviour answer(HttpAnswer always) {
    return (peer, socket) -> {
      InputStream in = input(socket);
      while (readRequest(in)) {
        socket.getOutputStream().write(always.head());
      }
    };
  }

  private static void echo(NullPeer peer, Socket socket) throws IOException {
    byte[] bytes = new byte[8192];
    for (int n; (n = socket.getInputStream().read(bytes)) >= 0; ) {
      socket.getOutputStream().write(bytes, 0, n);
    }
  }

  private static void halfAnAnswer(NullPeer peer, Socket socket) throws IOException {
    InputStream in = input(socket);
    readRequest(in);
    text(socket, "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Le");
    drain(in);
  }

  private static void halfAnAnswerAndCloses(NullPeer peer, Socket socket) throws IOException {
    readRequest(input(socket));
    text(socket, "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 10\r\n\r\n12345");
    lingeringClose(socket);
  }

  private static void garbage(NullPeer peer, Socket socket) throws IOException {
    readRequest(input(socket));
    text(socket, "\0\1\2\3 SSH-2.0-nothing of the kind\r\n\r\n\377\376\r\n");
    lingeringClose(socket);
  }

  /** Ten megabytes of them: no kit may wait for their end, nor keep them. */
  private static void endlessHeaders(NullPeer peer, Socket socket) throws IOException {
    readRequest(input(socket));
    OutputStream out = socket.getOutputStream();
    text(socket, "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\n");
    byte[] lines =
        "X-Padding: 0123456789abcdef0123456789abcdef\r\n"
            .repeat(200)
            .getBytes(StandardCharsets.US_ASCII);
    for (int sent = 0; sent < 10_000_000; sent += lines.length) {
      out.write(lines);
    }
    text(socket, "\r\n");
  }

  /** A good beginning, and then nothing listens any more. */
  private static void dying(NullPeer peer, Socket socket) throws IOException {
    InputStream in = input(socket);
    while (readRequest(in)) {
      if (peer.requests.incrementAndGet() > DIES_AFTER) {
        peer.close();
        return;
      }
      socket.getOutputStream().write(session().head());
    }
  }

  private static InputStream input(Socket socket) throws IOException {
    return new BufferedInputStream(socket.getInputStream());
  }

  /** Takes a request and its body; false at the end of the connection. */
  private static boolean readRequest(InputStream in) throws IOException {
    HttpRequest head = HttpRequest.readHead(in);
    if (head != null) {
      in.skipNBytes(Long.parseLong(head.header("Content-Length").orElse("0")));
    }
    return head != null;
  }

  private static void text(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
