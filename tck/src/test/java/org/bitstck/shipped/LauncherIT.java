package org.bitstck.shipped;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bitstck.play.process.QuickJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script beside the jar and the archives of classes that the build leaves. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script for shells")
class LauncherIT {
  private static final String FROM_ARCHIVE = "shared objects file (top)";

  @TempDir Path folder;

  private Path installed() {
    return Kit.JAR.resolveSibling("bits-tck");
  }

  private Kit.Ended run(List<String> command, Map<String, String> environment) throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Kit.Ended(process.exitValue(), Files.readString(output));
  }

  private Kit.Ended run(Path script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    return run(command, Map.of());
  }

  /** The kit's classes, each with where it was loaded from. */
  private String ownClasses(Path script) throws Exception {
    Kit.Ended ended =
        run(List.of(script.toString(), "--version"), Map.of("JAVA_OPTS", "-Xlog:class+load"));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return String.join(
        "\n", ended.output().lines().filter(line -> line.contains("org.bitstck.")).toList());
  }

  /** The kit without its peers, at another place. */
  private Path copy() throws IOException {
    Path target = folder.resolve("own-kit");
    Path from = Kit.JAR.getParent();
    Files.createDirectories(target.resolve("lib"));
    for (String name : List.of("bits-tck", "bits-tck.jar", "bits-tck.jsa")) {
      Files.copy(from.resolve(name), target.resolve(name), COPY_ATTRIBUTES);
    }
    try (Stream<Path> jars = Files.list(from.resolve("lib"))) {
      for (Path jar : (Iterable<Path>) jars.filter(Files::isRegularFile)::iterator) {
        Files.copy(jar, target.resolve("lib").resolve(jar.getFileName()), COPY_ATTRIBUTES);
      }
    }
    return target.resolve("bits-tck");
  }

  private void runsFromItsJars(Path kit) throws Exception {
    assertThat(ownClasses(kit)).isNotEmpty().doesNotContain(FROM_ARCHIVE);
    runs(kit);
  }

  private void runs(Path kit) throws Exception {
    Kit.Ended ended = run(kit, "explain", "BITS-SRV-PING-001");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).contains("BITS-SRV-PING-001").doesNotContain("archive");
  }

  @Test
  void theKitStartsFromTheArchiveOfItsBuild() throws Exception {
    assertThat(ownClasses(installed())).contains(FROM_ARCHIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference-server/bits-server.jar", "reference-client/bits-upload.jar"})
  void soDoTheBundledPeers(String peer) throws Exception {
    Path jar = Kit.JAR.resolveSibling("peers").resolve(peer);

    Kit.Ended ended =
        run(
            List.of(
                Kit.java(),
                QuickJvm.classes(jar),
                "-Xlog:class+load",
                "-jar",
                jar.toString(),
                "--version"),
            Map.of());

    assertThat(ended.output().lines().filter(line -> line.contains("org.bitstck.")))
        .anyMatch(line -> line.contains(FROM_ARCHIVE));
  }

  @Test
  void withoutAnArchiveAllIsAsItWas() throws Exception {
    Path kit = copy();
    Files.delete(kit.resolveSibling("bits-tck.jsa"));

    runsFromItsJars(kit);
  }

  /** Newer JVMs find their archive all the same. */
  @Test
  void aKitMayBeMoved() throws Exception {
    runs(copy());
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "garbage", "unfinished"})
  void aDamagedArchiveDoesNoHarm(String damage) throws Exception {
    Path kit = copy();
    Path archive = kit.resolveSibling("bits-tck.jsa");
    byte[] bytes = Files.readAllBytes(archive);
    Files.delete(archive); // a JVM leaves it without the right to be written
    Files.write(
        archive,
        switch (damage) {
          case "empty" -> new byte[0];
          case "garbage" -> "no archive at all".repeat(1000).getBytes(US_ASCII);
          // its JVM writes the first bytes last
          default -> Arrays.copyOf(new byte[4096], bytes.length);
        });

    runsFromItsJars(kit);
  }

  @Test
  void anArchiveOfAnotherBuildIsNotUsed() throws Exception {
    Path kit = copy();
    Path jar = kit.resolveSibling("bits-tck.jar");
    archive(jar);
    assertThat(ownClasses(kit)).contains(FROM_ARCHIVE);
    long later = Files.getLastModifiedTime(jar).toMillis() + 60_000;
    Files.setLastModifiedTime(jar, FileTime.fromMillis(later));

    runsFromItsJars(kit);
  }

  private void archive(Path jar) throws Exception {
    Path archive = jar.resolveSibling("bits-tck.jsa");
    Files.delete(archive);
    run(
        List.of(
            Kit.java(), "-XX:ArchiveClassesAtExit=" + archive, "-jar", jar.toString(), "--version"),
        Map.of());
  }

  @Test
  void aLinkInThePathWillDoAndArgumentsArriveAsTheyAre() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), installed());

    assertThat(run(link, "--version").output()).startsWith("bits-tck ");
    Kit.Ended ended = run(link, "lint", "no such $file; 'at all'");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).contains("no such $file; 'at all'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xmx48m", "-Dany=1 -Xms16m -Xmx48m"})
  void theHeapMayBeSmallerThanTheLaunchers(String options) throws Exception {
    Kit.Ended ended =
        run(List.of(installed().toString(), "--version"), Map.of("JAVA_OPTS", options));
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output()).startsWith("bits-tck ");
  }

  @Test
  void theJdkThatIsAskedForIsTaken() throws Exception {
    Kit.Ended ended =
        run(List.of(installed().toString(), "--version"), Map.of("JAVA_HOME", "/no/such/jdk"));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output().strip())
        .hasLineCount(1)
        .contains("there is no '/no/such/jdk/bin/java'", "JDK 17 or newer");
  }
}
