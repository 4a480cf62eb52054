package org.bitstck.server.application;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the application does with uploads.
 *
 * @param kind of the reply
 * @param status of the answer; 200 but for {@link Kind#ERROR}
 * @param copy whether the upload is to be published at its own URL
 */
public record ReplyRule(Kind kind, int status, boolean copy) {
  private static final Pattern FORM =
      Pattern.compile("(echo|digest|static|none)(\\+copy)?|error:([45][0-9]{2})");

  /** The reply. */
  public enum Kind {
    /** The uploaded bytes. */
    ECHO,
    /** Their SHA-256, in a line of text. */
    DIGEST,
    /** The uploaded bytes, at a URL of the application. */
    STATIC,
    /** An empty one. */
    NONE,
    /** Nothing is taken. */
    ERROR
  }

  /**
   * Reads {@code echo}, {@code digest}, {@code static} or {@code none}, all with {@code +copy} or
   * without, or {@code error:503}.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static ReplyRule of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "not echo, digest, static, none, each with or without '+copy', nor error:STATUS (400 to"
              + " 599): "
              + text);
    }
    if (form.group(3) != null) {
      return new ReplyRule(Kind.ERROR, Integer.parseInt(form.group(3)), false);
    }
    return new ReplyRule(
        Kind.valueOf(form.group(1).toUpperCase(Locale.ROOT)), 200, form.group(2) != null);
  }
}
