package org.bitstck.subject;

/**
 * What a server application replies, as its owner declares it.
 *
 * @param text of {@link Kind#TEXT}; null otherwise
 */
public record DeclaredReply(Kind kind, String text) {
  public static final DeclaredReply UNKNOWN = new DeclaredReply(Kind.UNKNOWN, null);

  /** What the reply to an upload is. */
  public enum Kind {
    /** Nothing is declared. */
    UNKNOWN,
    /** There is none. */
    NONE,
    /** There is one, and nobody says which. */
    SOME,
    /** The uploaded bytes. */
    ECHO,
    /** It has the SHA-256 of the uploaded bytes in it, in hexadecimal. */
    DIGEST,
    /** This text. */
    TEXT
  }

  /** Whether there is anything to be expected. */
  public boolean isAny() {
    return kind != Kind.UNKNOWN && kind != Kind.NONE;
  }

  /** Whether it tells which bytes the application has read. */
  public boolean tellsOfTheUpload() {
    return kind == Kind.ECHO || kind == Kind.DIGEST;
  }
}
