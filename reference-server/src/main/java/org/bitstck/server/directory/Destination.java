package org.bitstck.server.directory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.RequestTarget;

/**
 * Where a finished upload goes. A destination is inside its directory's folder by construction;
 * symbolic links are looked at anew in each check, because they can change while an upload runs.
 *
 * @param directory whose rules hold
 * @param url decoded path of the URL, begins with a slash
 * @param file inside the directory's folder
 * @param folder whether the URL itself says that it names a folder
 */
public record Destination(Directory directory, String url, Path file, boolean folder) {

  /** Which place a request target names. */
  public interface Finder {
    /**
     * @return null if the target is below no directory
     * @throws Refusal 400 if it cannot name a file
     */
    Destination find(Directories directories, RequestTarget target) throws Refusal;
  }

  /**
   * Checks that a file can be published here.
   *
   * @throws Refusal 400 for a directory, 403 or 409 for a file that must stay, 403 for a way out of
   *     the folder, 404 if the parent folder is missing
   */
  public void checkWritable(Profile profile) throws Refusal {
    if (folder || isDirectory()) {
      throw Refusal.syntax("the destination is a directory");
    }
    Path parent = file.getParent();
    if (!Files.isDirectory(parent)) {
      throw Refusal.server(404, HResult.PATH_NOT_FOUND, "the destination's folder is missing");
    }
    if (!isInside(parent)) {
      throw Refusal.server(403, HResult.ACCESS_DENIED, "the destination is out of the folder");
    }
    if (directory.overwrite() == Overwrite.REFUSE
        && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw alreadyExists(profile);
    }
  }

  /** The refusal of an upload to a file that must not be overwritten. */
  public static Refusal alreadyExists(Profile profile) {
    return Refusal.server(
        profile.destinationExists(), HResult.ACCESS_DENIED, "the destination exists");
  }

  /**
   * The file to read back.
   *
   * @return null if there is no such file, or if it is not inside the folder
   */
  public Path readable() {
    return !folder && Files.isRegularFile(file) && isInside(file) ? file : null;
  }

  private boolean isDirectory() {
    return Files.isDirectory(file);
  }

  private boolean isInside(Path path) {
    try {
      return path.toRealPath().startsWith(directory.folder());
    } catch (IOException e) {
      return false;
    }
  }
}
