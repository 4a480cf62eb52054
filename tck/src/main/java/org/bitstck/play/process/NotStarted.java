package org.bitstck.play.process;

import java.io.IOException;
import java.util.regex.Pattern;

/** Why a command did not start. */
public final class NotStarted {
  /** The JDK repeats the command, and tells the number of the error. */
  private static final Pattern AROUND =
      Pattern.compile("Cannot run program \".*\"( \\(in directory \".*\"\\))?: (error=\\d+, )?");

  private NotStarted() {}

  /** In words, without what whoever asks knows. */
  public static String why(IOException e) {
    String message = String.valueOf(e.getMessage());
    return AROUND.matcher(message).replaceFirst("");
  }
}
