package org.bitstck.server.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders below which notifications by reference may name files. Whoever can reach the
 * application could have any file of it read and overwritten otherwise.
 */
final class SharedFolders {
  private final List<Path> roots = new ArrayList<>();

  /**
   * @throws IOException if one of them is not there
   */
  SharedFolders(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      roots.add(folder.toRealPath());
    }
  }

  /**
   * Sees that both files of a notification are where they may be.
   *
   * @throws Refused if they are not, or if there is no data
   */
  void check(Notice notice) throws Refused {
    Path data = real(notice.data(), 404, "the data is not there");
    if (!Files.isRegularFile(data)) {
      throw new Refused(403, "the data is no file");
    }
    Path folder =
        notice.reply().getParent() == null
            ? notice.reply()
            : real(notice.reply().getParent(), 404, "the folder of the reply is not there");
    boolean link = Files.isSymbolicLink(notice.reply());
    if (isOutside(data) || isOutside(folder) || link) {
      throw new Refused(403, "a file is outside of the folders that are shared");
    }
    if (Files.isDirectory(notice.reply(), LinkOption.NOFOLLOW_LINKS)
        || folder.resolve(notice.reply().getFileName()).equals(data)) {
      throw new Refused(403, "the reply cannot go there");
    }
  }

  private static Path real(Path path, int status, String why) throws Refused {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new Refused(status, why);
    }
  }

  private boolean isOutside(Path real) {
    return roots.stream().noneMatch(real::startsWith);
  }
}
