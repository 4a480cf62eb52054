package org.bitstck.server.directory;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which path segments may become names of files and folders. The rules of all common systems hold
 * everywhere, because a folder of uploads is often shared with machines of another kind, and
 * because a name that only some system takes for a way out of the folder is a hole there.
 */
public final class FileName {
  /** The folder of unfinished uploads, never reachable by URL. */
  public static final String PRIVATE_FOLDER = ".bits-sessions";

  /** The segment under which replies are served; no folder has this name. */
  public static final String REPLIES = ".bits-replies";

  private static final int MAX_BYTES = 255;
  private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x1F\\x7F/\\\\:*?\"<>|]");
  private static final Pattern DEVICE =
      Pattern.compile("(con|prn|aux|nul|clock\\$|com[0-9¹²³]|lpt[0-9¹²³])([. ].*)?");

  private FileName() {}

  /** Whether a decoded path segment is a name that can be used. */
  public static boolean isUsable(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.isEmpty()
        && !name.endsWith(".")
        && !name.endsWith(" ")
        && !FORBIDDEN.matcher(name).find()
        && !DEVICE.matcher(lower).matches()
        && !lower.equals(PRIVATE_FOLDER)
        && !lower.equals(REPLIES)
        && name.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }
}
