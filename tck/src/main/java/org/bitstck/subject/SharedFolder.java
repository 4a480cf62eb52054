package org.bitstck.subject;

import java.nio.file.Path;

/**
 * A folder that the application and the kit both reach.
 *
 * @param here where the kit finds it
 * @param there what the application calls it, without a separator at the end; null if the same
 */
public record SharedFolder(Path here, String there) {

  /** What the application calls a file in it, or the folder itself. */
  public String seenFromThere(Path file) {
    if (there == null) {
      return file.toString();
    }
    if (file.equals(here)) {
      return there;
    }
    String separator = there.contains("\\") ? "\\" : "/";
    return there + separator + here.relativize(file).toString().replace("/", separator);
  }
}
