package org.bitstck.shipped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What Maven would have installed of the kit: the jars and POMs of the build, as a repository. */
final class KitRepository {
  private static final String VERSION = System.getProperty("kit.version", "0.1.0-SNAPSHOT");
  private static final Path ROOT = Path.of("..");

  private KitRepository() {}

  /** Fills a folder. */
  static void fill(Path folder) throws IOException {
    put(folder, "bits-tck-parent", ROOT.resolve("pom.xml"), "pom");
    put(folder, "bits-tck-scenarios", ROOT.resolve("scenarios/pom.xml"), "pom");
    Path scenarios = ROOT.resolve("scenarios/target/bits-tck-scenarios-" + VERSION + ".jar");
    put(folder, "bits-tck-scenarios", scenarios, "jar");
    put(folder, "bits-tck", Path.of("pom.xml"), "pom");
    put(folder, "bits-tck", Kit.JAR, "jar");
  }

  private static void put(Path folder, String name, Path file, String type) throws IOException {
    Path target =
        folder.resolve(
            "org/bitstck/" + name + "/" + VERSION + "/" + name + "-" + VERSION + "." + type);
    Files.createDirectories(target.getParent());
    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
