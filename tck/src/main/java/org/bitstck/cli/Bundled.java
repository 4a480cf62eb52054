package org.bitstck.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The peers that come with the kit. */
final class Bundled {
  private Bundled() {}

  /** Where they lie: beside the kit's own jar. */
  static Path folder() {
    try {
      Path own = Path.of(Bundled.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own.resolveSibling("peers");
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sees that a peer is there.
   *
   * @param name for people
   * @param path below the folder
   */
  static void check(String name, String path) {
    Path jar = folder().resolve(path);
    if (!Files.exists(jar)) {
      throw new UserError(
          "the bundled " + name + " is missing at " + jar + "; 'mvn package' puts it there");
    }
  }
}
