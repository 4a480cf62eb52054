package org.bitstck.client.protocol;

/** How the protocol is read where its sources differ. */
public enum Profile {
  /** For every server: what helps the upload to go on. */
  INTEROP,
  /** MC-BUP to the letter. */
  STRICT,
  /** What the Win32 pages tell of Windows. */
  WIN32;

  /** Whether a 201 is a success of CREATE-SESSION: Win32 says so, MC-BUP knows 200 only. */
  public boolean createdIsSuccess() {
    return this != STRICT;
  }

  /** Whether CREATE-SESSION names the file: only old Windows clients do. */
  public boolean namesFileOnCreate() {
    return this != WIN32;
  }

  /** Whether a CREATE-SESSION Ack has to name the protocol that the server chose. */
  public boolean needsProtocolInAck() {
    return this == STRICT;
  }

  /** Whether 5xx on CLOSE-SESSION and CANCEL-SESSION leads to a repetition. */
  public boolean repeatsEnding() {
    return this != STRICT;
  }

  /** Whether transient errors of the server application are retried. */
  public boolean retriesApplication() {
    return this != STRICT;
  }

  /** Whether a session that is unknown at CLOSE-SESSION makes the upload start over. */
  public boolean restartsAtClose() {
    return this != WIN32;
  }
}
