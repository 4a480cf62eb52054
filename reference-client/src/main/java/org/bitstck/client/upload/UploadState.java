package org.bitstck.client.upload;

/** Where an upload stands: all that is needed to go on with it. Belongs to one upload. */
public final class UploadState {
  /** What comes next. Source: MC-BUP 3.1.5.1. */
  public enum Phase {
    CREATE,
    FRAGMENT,
    REPLY,
    CLOSE,
    DONE
  }

  Phase phase = Phase.CREATE;

  /** Bytes of the file; -1 before it was looked at. */
  long size = -1;

  long modifiedMillis;

  /** Null while there is no session. */
  String session;

  /** Offset that the server wants next. */
  long offset;

  /** Alternate host, null for none. */
  String host;

  /** Seconds; -1 for never. */
  long fallbackSeconds = -1;

  /** When the alternate host began to fail, 0 if it does not. */
  long failingSinceMillis;

  /** Largest fragment that the server took; 0 for what the options say. */
  long fragmentSize;

  /** Null until the server named it. */
  String replyUrl;

  /** Bytes of the whole reply; -1 if not known. */
  long replySize = -1;

  /** Last-Modified and ETag of the reply, null if there are none. */
  String replyVersion;

  /** Whether the host is asked first whether it is there; not kept on the disk. */
  boolean pingFirst;

  public Phase phase() {
    return phase;
  }

  public long size() {
    return size;
  }

  public long offset() {
    return offset;
  }

  public String session() {
    return session;
  }

  public String host() {
    return host;
  }

  /** Milliseconds since 1970 at which the alternate host began to fail, 0 if it does not. */
  public long failingSinceMillis() {
    return failingSinceMillis;
  }

  /** Seconds that the alternate host may fail, -1 for ever. */
  public long fallbackSeconds() {
    return fallbackSeconds;
  }

  /** BITS-Reply-URL, null until the server named it. */
  public String replyUrl() {
    return replyUrl;
  }

  /** A session was opened; its data follows from the first byte on. */
  public void opened(String id, String alternateHost, long fallback) {
    phase = Phase.FRAGMENT;
    session = id;
    offset = 0;
    host = alternateHost;
    fallbackSeconds = alternateHost == null ? -1 : fallback;
    pingFirst = alternateHost != null;
  }

  /** The server wants the bytes from there on. */
  public void acknowledged(long next) {
    offset = next;
  }

  /** What comes next. */
  public void goTo(Phase next) {
    phase = next;
  }

  /** Whether the host is asked first whether it is there. */
  public void pingFirst(boolean first) {
    pingFirst = first;
  }

  /** The file has that many bytes. */
  public void size(long bytes) {
    size = bytes;
  }

  /** The server takes no larger fragments. */
  public void fragmentSize(long bytes) {
    fragmentSize = bytes;
  }

  /** Back to the host of the URL. */
  public void leaveAlternateHost() {
    host = null;
    fallbackSeconds = -1;
    failingSinceMillis = 0;
  }

  /** Forgets the session, so that the upload starts over. */
  public void forgetSession() {
    phase = Phase.CREATE;
    session = null;
    offset = 0;
    pingFirst = false;
    leaveAlternateHost();
    forgetReply();
    replyUrl = null;
  }

  private void forgetReply() {
    replySize = -1;
    replyVersion = null;
  }
}
