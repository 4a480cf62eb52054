package org.bitstck.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bitstck.play.process.QuickJvm;

/** The peers that come with the kit. */
final class Bundled {
  static final String SERVER = "reference-server/bits-server.jar";
  static final String CLIENT = "reference-client/bits-upload.jar";

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
   * What may stand in the bundled subject files as {@code ${name}}: {@code peers}, where they lie,
   * and for each an option of its JVM that lets it start faster.
   */
  static Map<String, String> variables() {
    return Map.of(
        "peers", folder().toString(),
        "server-classes", QuickJvm.classes(folder().resolve(SERVER)),
        "client-classes", QuickJvm.classes(folder().resolve(CLIENT)));
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
