package org.bitstck.clients;

import java.util.function.Consumer;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;

/** An upload as the protocol wants it; each step can be overridden. */
public class PlainUpload extends Downloading {
  protected static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
  protected static final String SESSION_ID = "BITS-Session-Id";
  protected static final String RECEIVED = "BITS-Received-Content-Range";
  protected static final String REPLY_URL = "BITS-Reply-URL";
  protected static final long NO_SESSION = 0x8020001FL;
  protected static final long TOO_LARGE = 0x80200020L;

  /** No fragment gets smaller than this, except a last one. */
  protected static final int SMALLEST = 5 * 1024;

  private static final int USUAL = 128 * 1024;
  private static final int APPLICATION = 7;
  private static final long END_RETRY_MS = 100;

  /** Opened at the start of the upload. */
  protected LocalFile file;

  /** Null while there is none. */
  protected String session;

  /** The next byte that the server wants. */
  protected long offset;

  /** Bytes; shrinks at 413. */
  protected long fragmentSize;

  private String replyUrl;
  private int setbacks;

  public PlainUpload(UploadOrder order, Consumer<Report> outcomes) {
    super(order, outcomes);
    fragmentSize = order.fragmentSize() > 0 ? order.fragmentSize() : USUAL;
  }

  // ---- the way of an upload

  @Override
  protected void upload(boolean resumed) {
    setbacks = 0;
    if (file == null) {
      file = new LocalFile(order.file());
    }
    if (resumed) {
      ping();
    }
    if (session == null) {
      open();
    }
    sendFile();
    if (order.replyTo() != null) {
      fetchReply();
    }
    closeSession();
  }

  /** Opens a session, where the server wants to have it. */
  protected void open() {
    create();
    if (hosts.hasAlternate()) {
      ping();
    }
  }

  protected void sendFile() {
    while (offset < file.size()) {
      nextFragment();
    }
  }

  // ---- packets

  protected Packet packet(String type) {
    return Packet.bits(type, target);
  }

  protected Packet createPacket() {
    return packet("CREATE-SESSION")
        .with("BITS-Supported-Protocols", PROTOCOL)
        .with("Content-Name", file.contentName());
  }

  protected Packet pingPacket() {
    return packet("PING");
  }

  protected Packet fragmentPacket(long from, int length) {
    byte[] bytes = read(from, length);
    Packet fragment =
        sessionPacket("FRAGMENT")
            .with("Content-Range", contentRange(from, from + length - 1, file.size()))
            .body(bytes);
    return from == 0 ? fragment.with("Content-Name", file.contentName()) : fragment;
  }

  /** The bytes of the file, if it is the same file still. */
  protected byte[] read(long from, int length) {
    byte[] bytes = file.read(from, length);
    file.checkUnchanged();
    return bytes;
  }

  protected String contentRange(long first, long last, long total) {
    return "bytes " + first + "-" + last + "/" + total;
  }

  protected Packet sessionPacket(String type) {
    return packet(type).with(SESSION_ID, session);
  }

  // ---- steps

  protected void create() {
    Answer ack = send(createPacket());
    if (!isSuccess(ack)) {
      throw Failure.refused(ack);
    }
    checkCreated(ack);
    opened(ack);
  }

  /** Whether a session was opened that can be used. */
  protected void checkCreated(Answer ack) {
    String id = ack.header(SESSION_ID);
    String protocol = ack.header("BITS-Protocol");
    if (id == null || id.isEmpty()) {
      throw Failure.invalid(ack, "no session id");
    }
    if (protocol != null && !protocol.equalsIgnoreCase(PROTOCOL)) {
      throw Failure.invalid(ack, "a protocol that was not offered");
    }
  }

  protected void opened(Answer ack) {
    session = ack.header(SESSION_ID);
    offset = 0;
    replyUrl = null;
    hosts.announced(ack.header("BITS-Host-Id"), ack.number("BITS-Host-Id-Fallback-Timeout"));
  }

  protected void ping() {
    Answer ack = send(pingPacket());
    if (!isSuccess(ack)) {
      throw Failure.refused(ack);
    }
  }

  protected void nextFragment() {
    int length = (int) Math.min(fragmentSize, file.size() - offset);
    onFragmentAck(send(fragmentPacket(offset, length)), offset, length);
  }

  /** What follows from the Ack of a fragment. */
  protected void onFragmentAck(Answer ack, long from, int length) {
    if (ack.error() == NO_SESSION && !isSuccess(ack)) {
      onLostSession(ack);
    } else if (isSuccess(ack) || ack.status() == 416) {
      onOffset(ack, from, length);
    } else if (ack.status() == 413 && ack.error() != TOO_LARGE) {
      onTooLarge(ack, length);
    } else {
      onRefused(ack);
    }
  }

  /** The server says where to go on. */
  protected void onOffset(Answer ack, long from, int length) {
    long next = ack.number(RECEIVED);
    if (next < 0 || next > file.size()) {
      throw Failure.invalid(ack, "no usable offset");
    }
    if (next <= offset) {
      countSetback(ack);
    }
    offset = next;
    if (ack.header(REPLY_URL) != null) {
      replyUrl = ack.header(REPLY_URL);
    }
  }

  protected void onLostSession(Answer ack) {
    countSetback(ack);
    session = null;
    offset = 0;
    open();
  }

  protected void onTooLarge(Answer ack, int length) {
    if (length <= SMALLEST) {
      throw Failure.refused(ack);
    }
    fragmentSize = Math.max(SMALLEST, length / 2);
  }

  /** An error of the server's application may pass. */
  protected void onRefused(Answer ack) {
    int status = ack.status();
    boolean fatal =
        status < 400
            || status < 500 && status != 408 && status != 409
            || status == 501
            || status == 505;
    if (fatal || ack.context() != APPLICATION || order.retryDelayMs() < 0) {
      throw Failure.refused(ack);
    }
    countSetback(ack);
    rest(order.retryDelayMs());
  }

  /** Nothing goes on for ever without getting any further. */
  protected void countSetback(Answer ack) {
    if (++setbacks > MOST_TRIES) {
      throw Failure.refused(ack);
    }
  }

  protected void fetchReply() {
    if (replyUrl == null) {
      throw Failure.invalid("no BITS-Reply-URL");
    }
    download(replyUrl);
  }

  protected void closeSession() {
    file.checkUnchanged();
    Answer ack = end("CLOSE-SESSION");
    if (!isSuccess(ack)) {
      throw Failure.refused(ack);
    }
    session = null;
  }

  @Override
  protected void cancelSession() {
    if (session == null) {
      return;
    }
    Answer ack = end("CANCEL-SESSION");
    if (!isSuccess(ack) && ack.error() != NO_SESSION) {
      throw Failure.refused(ack);
    }
    session = null;
  }

  /** Ends the session; a server in trouble is asked again. */
  protected Answer end(String type) {
    Answer ack = send(sessionPacket(type));
    for (int i = 1; i < MOST_TRIES && isWorthAnotherEnd(ack); i++) {
      rest(order.retryDelayMs() < 0 ? END_RETRY_MS : order.retryDelayMs());
      ack = send(sessionPacket(type));
    }
    return ack;
  }

  protected boolean isWorthAnotherEnd(Answer ack) {
    return ack.status() >= 500 && ack.error() != NO_SESSION;
  }

  // ---- Acks

  /** The Ack of a packet, whatever it says. */
  protected Answer send(Packet packet) {
    Answer answer = request(packet);
    checkAck(answer);
    return answer;
  }

  /** Only a message of the protocol counts; a refusal is a refusal whoever speaks it. */
  protected void checkAck(Answer answer) {
    if (answer.cut() != null) {
      throw answer.cut();
    }
    boolean ack =
        answer.version().equals("HTTP/1.1")
            && "Ack".equalsIgnoreCase(answer.header("BITS-Packet-Type"));
    if (!ack) {
      throw answer.status() >= 300
          ? Failure.refused(answer)
          : Failure.invalid(answer, "no Ack of the protocol");
    }
  }

  protected boolean isSuccess(Answer ack) {
    return ack.status() == 200 || ack.status() == 201;
  }
}
