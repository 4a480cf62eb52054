package org.bitstck.server.directory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bitstck.server.access.AccessRules;
import org.bitstck.server.notification.NotificationSettings;

/**
 * A part of the URL space and the folder behind it, with the rules for uploads there.
 *
 * @param path URL prefix, begins and ends with a slash
 * @param segments of the prefix, decoded
 * @param folder absolute, exists, without symbolic links
 * @param uploads whether BITS packets are taken
 * @param overwrite what happens to existing files
 * @param limits what fits
 * @param sessionTimeout how long a session lives without new data
 * @param maxSessions largest number of open sessions
 * @param alternateHost null if clients stay
 * @param readBack whether GET and HEAD work on the files
 * @param access who may use it
 * @param notification how the server application hears of uploads; null: not at all
 * @param storeRoot folder whose private folder holds the unfinished uploads; on the file system of
 *     {@code folder}
 */
public record Directory(
    String path,
    List<String> segments,
    Path folder,
    boolean uploads,
    Overwrite overwrite,
    SizeLimits limits,
    Duration sessionTimeout,
    int maxSessions,
    AlternateHost alternateHost,
    boolean readBack,
    AccessRules access,
    NotificationSettings notification,
    Path storeRoot) {

  /** Default of MC-BUP 3.2.1.1: 14 days. */
  public static final Duration SESSION_TIMEOUT = Duration.ofDays(14);

  /** The same directory with other limits. */
  public Directory limited(SizeLimits other) {
    return new Directory(
        path,
        segments,
        folder,
        uploads,
        overwrite,
        other,
        sessionTimeout,
        maxSessions,
        alternateHost,
        readBack,
        access,
        notification,
        storeRoot);
  }

  /** The same directory with another answer to existing files. */
  public Directory overwriting(Overwrite other) {
    return new Directory(
        path,
        segments,
        folder,
        uploads,
        other,
        limits,
        sessionTimeout,
        maxSessions,
        alternateHost,
        readBack,
        access,
        notification,
        storeRoot);
  }

  /** A directory that takes uploads of every size and gives them back. */
  public static Directory open(Path folder) {
    return new Directory(
        "/",
        List.of(),
        folder,
        true,
        Overwrite.ALLOW,
        SizeLimits.UNLIMITED,
        SESSION_TIMEOUT,
        Integer.MAX_VALUE,
        null,
        true,
        AccessRules.OPEN,
        null,
        folder);
  }
}
