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

  /** Forgets the session, so that the upload starts over. */
  void forgetSession() {
    phase = Phase.CREATE;
    session = null;
    offset = 0;
    host = null;
    fallbackSeconds = -1;
    failingSinceMillis = 0;
    forgetReply();
    replyUrl = null;
  }

  void forgetReply() {
    replySize = -1;
    replyVersion = null;
  }
}
