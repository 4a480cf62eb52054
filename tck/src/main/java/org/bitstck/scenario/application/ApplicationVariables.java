package org.bitstck.scenario.application;

import java.util.Set;
import org.bitstck.scenario.Variables;

/** What {@code ${…}} may stand for while a scenario is played with a server application. */
public final class ApplicationVariables {
  /** The absolute destination URL of the step's upload. */
  public static final String ORIGINAL_URL = "original-url";

  /** Path of the file with its data. */
  public static final String REQUEST_FILE = "request-file";

  /** Path of the file where its reply is wanted. */
  public static final String REPLY_FILE = "reply-file";

  /** A path beside these where nothing is. */
  public static final String MISSING_FILE = "missing-file";

  /** Path of the folder that they are in. */
  public static final String FOLDER = "folder";

  /** All names that are fixed. */
  public static final Set<String> NAMES =
      Set.of(ORIGINAL_URL, REQUEST_FILE, REPLY_FILE, MISSING_FILE, FOLDER);

  private ApplicationVariables() {}

  /** Whether a name, or a form such as {@code 20 letters}, stands for something. */
  static boolean isKnown(String name) {
    return NAMES.contains(name) || Variables.LETTERS.matcher(name).matches();
  }
}
