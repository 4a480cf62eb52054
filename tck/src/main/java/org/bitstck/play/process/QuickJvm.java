package org.bitstck.play.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A JVM that is quick to start: the classes of its jar are archived. */
public final class QuickJvm {
  /** The command of the JVM that this is. */
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private QuickJvm() {}

  /** Where the archive of a jar lies, or would: beside it. */
  public static Path archive(Path jar) {
    return jar.resolveSibling(jar.getFileName().toString().replace(".jar", ".jsa"));
  }

  /**
   * The option that lets a JVM take the archive of the jar that it runs; one that changes nothing
   * if there is none.
   */
  public static String classes(Path jar) {
    return Files.isReadable(archive(jar))
        ? "-XX:SharedArchiveFile=" + archive(jar)
        : "-Xshare:auto";
  }

  /**
   * The command of one for seconds, with the quick compiler alone, as far as the options go; what
   * is run comes behind it.
   */
  public static List<String> command(Path jar) {
    // what the JVM has to say about an archive is nobody's business
    return List.of(
        JAVA, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable", classes(jar));
  }
}
