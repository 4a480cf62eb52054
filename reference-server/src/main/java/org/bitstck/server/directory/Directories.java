package org.bitstck.server.directory;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.RequestTarget;

/** All directories of the server; the longest prefix decides which one a URL belongs to. */
public final class Directories {
  private final List<Directory> longestFirst;

  public Directories(List<Directory> directories) {
    longestFirst =
        directories.stream()
            .sorted(Comparator.comparingInt((Directory d) -> d.segments().size()).reversed())
            .toList();
  }

  public List<Directory> all() {
    return longestFirst;
  }

  /**
   * Finds the place that a target names.
   *
   * @return null if the target is below no directory
   * @throws Refusal 400 if a segment cannot be a file name, {@code ..} among them
   */
  public Destination find(RequestTarget target) throws Refusal {
    for (String segment : target.segments()) {
      if (!FileName.isUsable(segment)) {
        throw Refusal.syntax("the path has a segment that is no file name");
      }
    }
    Directory directory = of(target.segments());
    return directory == null ? null : destination(directory, target);
  }

  /** The directory of a decoded path; null if there is none. */
  public Directory of(String path) {
    return of(Stream.of(path.split("/")).filter(segment -> !segment.isEmpty()).toList());
  }

  /** The directory of a decoded path, if it takes uploads; null else. */
  public Directory takingUploads(String path) {
    Directory directory = of(path);
    return directory != null && directory.uploads() && !directory.scripts() ? directory : null;
  }

  private Directory of(List<String> segments) {
    for (Directory directory : longestFirst) {
      if (isBelow(segments, directory.segments())) {
        return directory;
      }
    }
    return null;
  }

  private static boolean isBelow(List<String> path, List<String> prefix) {
    return path.size() >= prefix.size() && path.subList(0, prefix.size()).equals(prefix);
  }

  private static Destination destination(Directory directory, RequestTarget target) throws Refusal {
    int prefix = directory.segments().size();
    boolean root = target.segments().size() == prefix;
    try {
      Path file = directory.folder();
      for (String segment : target.segments().subList(prefix, target.segments().size())) {
        file = file.resolve(segment);
      }
      return new Destination(directory, target.path(), file, root || target.folder());
    } catch (InvalidPathException e) {
      throw Refusal.syntax("the path cannot be a file name on this system");
    }
  }
}
