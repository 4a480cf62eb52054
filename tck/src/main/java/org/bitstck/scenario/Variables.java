package org.bitstck.scenario;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code ${…}} may stand for while a scenario is played. */
public final class Variables {
  /** Path of the step's destination, percent-encoded. */
  public static final String PATH = "path";

  /** Its absolute URL. */
  public static final String URL = "url";

  /** Host and port of the subject. */
  public static final String HOST = "host";

  /** Path of the directory that the step runs in, with a slash at the end. */
  public static final String DIRECTORY = "directory";

  /** Name of the destination file alone. */
  public static final String NAME = "name";

  /** Id of the step's session. */
  public static final String SESSION = "session";

  public static final String SESSION_LOWER = "session-lower";
  public static final String SESSION_UPPER = "session-upper";

  /** A well-formed session id that the subject has never given. */
  public static final String UNKNOWN_SESSION = "unknown-session";

  /** The value of the last BITS-Reply-URL, as an absolute URL. */
  public static final String REPLY_URL = "reply-url";

  /** Like {@link #REPLY_URL}, the request target alone. */
  public static final String REPLY_PATH = "reply-path";

  /** The protocol's GUID, in the letter case that the subject takes. */
  public static final String PROTOCOL = "protocol";

  /** Host and port at which the kit plays the server application. */
  public static final String APPLICATION = "application";

  /** Path of the URL that the directory notifies. */
  public static final String APPLICATION_PATH = "application-path";

  /** {@code ${20 blanks}}: so many blanks, for values of an exact length. */
  public static final Pattern BLANKS = Pattern.compile("([1-9]\\d{0,5}) blanks");

  /** {@code ${2183 letters}}: so often the letter x, for values of an exact length. */
  public static final Pattern LETTERS = Pattern.compile("([1-9]\\d{0,5}) letters");

  /** {@code ${99 guids}}: so many GUIDs in braces that mean nothing, comma and blank between. */
  public static final Pattern GUIDS = Pattern.compile("([1-9]\\d{0,3}) guids");

  /** {@code ${name of other}}: name of the file at another of the scenario's destinations. */
  public static final Pattern NAME_OF = Pattern.compile("name of (\\S+)");

  /**
   * {@code ${path by way of ../}}: the step's path, reached through the plain directory and as many
   * of these steps as lead out of it.
   */
  public static final Pattern DETOUR = Pattern.compile("path by way of (\\S+)");

  /** All names that are fixed. */
  public static final Set<String> NAMES =
      Set.of(
          PATH,
          URL,
          HOST,
          DIRECTORY,
          NAME,
          SESSION,
          SESSION_LOWER,
          SESSION_UPPER,
          UNKNOWN_SESSION,
          REPLY_URL,
          REPLY_PATH,
          PROTOCOL,
          APPLICATION,
          APPLICATION_PATH);

  private Variables() {}

  /** Whether a name, or a form such as {@code 20 blanks}, stands for something. */
  public static boolean isKnown(String name) {
    return NAMES.contains(name)
        || Stream.of(BLANKS, LETTERS, GUIDS, NAME_OF, DETOUR)
            .anyMatch(form -> form.matcher(name).matches());
  }
}
