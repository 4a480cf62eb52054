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
 * @param scripts whether someone may run the files in it, so that it can take no uploads
 * @param overwrite what happens to existing files
 * @param limits what fits
 * @param sessionTimeout how long a session lives without new data
 * @param maxSessions largest number of open sessions
 * @param alternateHost null if clients stay
 * @param readBack whether GET and HEAD work on the files
 * @param access who may use it
 * @param application what is configured of a server application; null: nothing
 * @param storeRoot folder whose private folder holds the unfinished uploads; on the file system of
 *     {@code folder}
 */
public record Directory(
    String path,
    List<String> segments,
    Path folder,
    boolean uploads,
    boolean scripts,
    Overwrite overwrite,
    SizeLimits limits,
    Duration sessionTimeout,
    int maxSessions,
    AlternateHost alternateHost,
    boolean readBack,
    AccessRules access,
    NotificationSettings application,
    Path storeRoot) {

  /** Default of MC-BUP 3.2.1.1: 14 days. */
  public static final Duration SESSION_TIMEOUT = Duration.ofDays(14);

  /** How the server application hears of uploads; null: not at all. */
  public NotificationSettings notification() {
    boolean none = application == null || application.type() == NotificationSettings.Type.NONE;
    return none ? null : application;
  }

  /** The same directory with other limits. */
  public Directory limited(SizeLimits other) {
    return with(folder, overwrite, other, application);
  }

  /** The same directory with another answer to existing files. */
  public Directory overwriting(Overwrite other) {
    return with(folder, other, limits, application);
  }

  /** The same directory with another server application. */
  public Directory notifying(NotificationSettings other) {
    return with(folder, overwrite, limits, other);
  }

  /** The same directory over another folder. */
  public Directory over(Path other) {
    return with(other, overwrite, limits, application);
  }

  private Directory with(
      Path newFolder,
      Overwrite newOverwrite,
      SizeLimits newLimits,
      NotificationSettings newApplication) {
    return new Directory(
        path,
        segments,
        newFolder,
        uploads,
        scripts,
        newOverwrite,
        newLimits,
        sessionTimeout,
        maxSessions,
        alternateHost,
        readBack,
        access,
        newApplication,
        storeRoot);
  }

  /** A directory that takes uploads of every size and gives them back. */
  public static Directory open(Path folder) {
    return new Directory(
        "/",
        List.of(),
        folder,
        true,
        false,
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
