package org.bitstck.server.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bitstck.server.access.AccessRules;
import org.bitstck.server.directory.AlternateHost;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.directory.FileName;
import org.bitstck.server.directory.Overwrite;
import org.bitstck.server.directory.SizeLimits;
import org.bitstck.server.notification.NotificationSettings;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.RequestTarget;

/** Reads one entry of {@code directories}. */
final class DirectoryReader {
  private static final int ALTERNATE_HOST = 300;
  private static final List<String> AUTHENTICATION = List.of("none", "basic");
  private static final List<String> TYPES = List.of("none", "by-reference", "by-value");

  private final Path root;
  private final Path base;
  private final boolean users;

  /**
   * @param root folder of the server
   * @param base folder to which paths in the file are relative
   * @param users whether there is a file of users
   */
  DirectoryReader(Path root, Path base, boolean users) {
    this.root = root;
    this.base = base;
    this.users = users;
  }

  /** Reads an entry; null if its path cannot be used. */
  Directory read(Section directories, String path) {
    Section section = directories.section(path);
    List<String> segments = segments(directories, path);
    if (segments == null) {
      return null;
    }
    String ownFolder = section.text("folder", null);
    Path folder = ownFolder == null ? below(segments) : base.resolve(ownFolder);
    Path real = real(directories, section, path, folder);
    Directory directory =
        new Directory(
            path,
            segments,
            real,
            section.flag("uploads", true),
            section.flag("scripts", false),
            section.flag("overwrite", true) ? Overwrite.ALLOW : Overwrite.REFUSE,
            new SizeLimits(
                section.size("max-size", SizeLimits.NONE),
                section.size("max-fragment", SizeLimits.NONE),
                section.size("quota", SizeLimits.NONE)),
            section.duration("session-timeout", Directory.SESSION_TIMEOUT),
            section.number("max-sessions", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
            alternateHost(section),
            section.flag("read-back", true),
            access(section),
            notification(section),
            ownFolder == null ? root : real);
    section.end();
    return directory;
  }

  private static List<String> segments(Section directories, String path) {
    if (!path.startsWith("/") || !path.endsWith("/")) {
      directories.keyProblem(path, "the path of a directory begins and ends with a slash");
      return null;
    }
    try {
      List<String> segments = RequestTarget.parse(path).segments();
      if (segments.stream().allMatch(FileName::isUsable)) {
        return segments;
      }
    } catch (Refusal e) {
      directories.keyProblem(path, "cannot be a path: " + e.getMessage());
      return null;
    }
    directories.keyProblem(path, "has a segment that cannot be the name of a folder");
    return null;
  }

  private Path below(List<String> segments) {
    Path folder = root;
    for (String segment : segments) {
      folder = folder.resolve(segment);
    }
    return folder;
  }

  /**
   * The folder without symbolic links. One that is missing is made when the configuration is used,
   * so only what is there already is looked at.
   */
  private Path real(Section directories, Section section, String path, Path folder) {
    try {
      Path there = folder.toAbsolutePath().normalize();
      while (!Files.exists(there)) {
        there = there.getParent();
      }
      Path missing = there.relativize(folder.toAbsolutePath().normalize());
      Path real = there.toRealPath();
      if (!Files.isDirectory(real)) {
        directories.keyProblem(path, real + " is not a folder");
      }
      if (!section.has("folder") && !Files.getFileStore(real).equals(Files.getFileStore(root))) {
        directories.keyProblem(
            path, "is on another file system than " + root + "; give it a 'folder' of its own");
      }
      return real.resolve(missing).normalize();
    } catch (IOException e) {
      directories.keyProblem(path, "cannot use the folder " + folder + ": " + e);
      return folder;
    }
  }

  private static AlternateHost alternateHost(Section directory) {
    if (!directory.has("alternate-host")) {
      return null;
    }
    Section section = directory.section("alternate-host");
    String host = section.text("host", null);
    Duration fallback = section.duration("fallback-timeout", null);
    section.end();
    if (host == null) {
      section.problem("host", "an alternate host needs a 'host'");
      return null;
    }
    boolean address = host.matches("[A-Za-z0-9._-]+|\\[?[0-9A-Fa-f:.]+\\]?");
    if (!address || host.length() > ALTERNATE_HOST) {
      section.problem("host", "'host' has to be a bare host: no scheme, port or path");
    }
    return new AlternateHost(host, fallback);
  }

  private AccessRules access(Section section) {
    boolean basic = section.choice("authentication", "none", AUTHENTICATION).equals("basic");
    if (basic && !users) {
      section.problem("authentication", "basic authentication needs a 'users' file");
    }
    List<String> uploaders = section.list("may-upload");
    return new AccessRules(basic, uploaders == null ? null : Set.copyOf(uploaders));
  }

  private static NotificationSettings notification(Section directory) {
    Section section = directory.section("notification");
    String type = section.choice("type", "none", TYPES);
    String url = section.text("url", null);
    NotificationSettings.Limits limits =
        new NotificationSettings.Limits(
            section.duration("send-timeout", NotificationSettings.Limits.DEFAULT.send()),
            section.duration("headers-timeout", NotificationSettings.Limits.DEFAULT.headers()),
            section.duration("answer-timeout", NotificationSettings.Limits.DEFAULT.answer()));
    section.end();
    if (type.equals("none") && url == null) {
      return null;
    }
    if (url == null) {
      section.problem("type", "a notification " + type + " needs a 'url'");
    } else if (!isUrl(url)) {
      section.problem(
          "url", "'url' has to be an http URL of at most " + Limits.URL + " characters");
    }
    return new NotificationSettings(
        NotificationSettings.Type.valueOf(type.replace('-', '_').toUpperCase(Locale.ROOT)),
        url,
        limits);
  }

  private static boolean isUrl(String url) {
    try {
      URI uri = URI.create(url);
      String scheme = uri.getScheme();
      return url.length() <= Limits.URL
          && (scheme == null || (scheme.matches("https?") && uri.getHost() != null));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
