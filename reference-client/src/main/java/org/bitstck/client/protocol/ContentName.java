package org.bitstck.client.protocol;

/**
 * The name of the uploaded file as it may go into a header: at most 260 characters, no path, none
 * of the characters that Windows forbids, nothing that breaks a header. Source: MC-BUP 2.2.1.1.
 */
public final class ContentName {
  private static final int MOST = 260;
  private static final String FORBIDDEN = "\\/:*?\"<>|";

  private ContentName() {}

  /**
   * Makes a name that can be sent.
   *
   * @param fileName last part of a path
   * @return null if nothing is left of it
   */
  public static String of(String fileName) {
    StringBuilder name = new StringBuilder();
    fileName
        .codePoints()
        .limit(MOST)
        .forEach(
            c -> name.append(c < ' ' || c > '~' || FORBIDDEN.indexOf(c) >= 0 ? '_' : (char) c));
    String text = name.toString().trim();
    return text.isEmpty() ? null : text;
  }
}
