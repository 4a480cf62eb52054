package org.bitstck.play.process;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bitstck.play.SubjectControl.Refused;
import org.bitstck.play.process.PeerProcess.StartFailed;

/**
 * Archives of the classes that the kit and its bundled peers load, made when the kit is built: a
 * JVM that finds them ready starts in half the time. An archive belongs to one JDK and to jars at
 * one place; a JVM for which it is none of its own says nothing and loads from the jars.
 */
public final class ClassArchives {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern READY = Pattern.compile("listening on (http://\\S+)");

  private ClassArchives() {}

  /**
   * For the build: runs each once, a JVM writes its archive when it ends. A machine on which that
   * does not work gets none, and a line that says so.
   *
   * <p>Argument: the folder with the kit's jar and the bundled peers.
   */
  public static void main(String[] args) throws IOException {
    Path kit = Path.of(args[0]).toAbsolutePath();
    Path folder = Scratch.onDisk("bits-tck-classes-");
    try {
      rehearse(kit, folder);
    } catch (StartFailed | Refused e) {
      System.getLogger(ClassArchives.class.getName())
          .log(Level.WARNING, "no archives of classes, starts will be slower: " + e.getMessage());
    } finally {
      Scratch.delete(folder);
    }
  }

  private static void rehearse(Path kit, Path folder) throws IOException, StartFailed, Refused {
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    Path file = Files.write(folder.resolve("file"), new byte[100_000]);
    List<String> server =
        archiving(
            kit.resolve("peers/reference-server/bits-server.jar"),
            "--port=0",
            "--folder=" + uploads);
    try (PeerProcess running =
        PeerProcess.start("reference server", server, folder, Map.of(), READY)) {
      String url = running.awaitReady(LIMIT);
      List<String> client =
          archiving(
              kit.resolve("peers/reference-client/bits-upload.jar"), file.toString(), url + "file");
      Command.run(client, folder, LIMIT);
      List<String> suite =
          archiving(
              kit.resolve("bits-tck.jar"),
              "server",
              url,
              "--out=report",
              "--report=json,html,junit");
      Command.run(suite, folder, LIMIT);
      running.end(LIMIT);
    }
  }

  private static List<String> archiving(Path jar, String... arguments) throws IOException {
    Files.deleteIfExists(QuickJvm.archive(jar));
    List<String> command = new ArrayList<>(QuickJvm.command(jar));
    command.addAll(
        List.of("-XX:ArchiveClassesAtExit=" + QuickJvm.archive(jar), "-jar", jar.toString()));
    command.addAll(List.of(arguments));
    return command;
  }
}
