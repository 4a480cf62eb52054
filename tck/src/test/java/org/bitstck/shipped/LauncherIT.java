package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bitstck.peers.PlainServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script beside the jar and the archive of classes that it keeps. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script for shells")
class LauncherIT {
  private static final String FROM_ARCHIVE = "shared objects file (top)";

  @TempDir Path folder;
  private Path cache;
  private PlainServer server;

  @BeforeEach
  void startServer() {
    cache = folder.resolve("a cache");
    server = new PlainServer().start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Path installed() {
    return Kit.JAR.resolveSibling("bits-tck");
  }

  private String[] oneScenario() {
    return new String[] {"server", server.url().toString(), "--only", "ping/*", "--quiet"};
  }

  private Process start(Path script, Path output, Map<String, String> more, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("BITS_TCK_CACHE", cache.toString());
    builder.environment().putAll(more);
    return builder.redirectOutput(output.toFile()).start();
  }

  private Kit.Ended run(Path script, Map<String, String> more, String... arguments)
      throws Exception {
    Path output = Files.createTempFile(folder, "output", ".txt");
    Process process = start(script, output, more, arguments);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return new Kit.Ended(process.exitValue(), Files.readString(output));
  }

  private Kit.Ended run(String... arguments) throws Exception {
    return run(installed(), Map.of(), arguments);
  }

  /** The kit's classes, each with where it was loaded from. */
  private String ownClasses(Path script) throws Exception {
    Kit.Ended ended = run(script, Map.of("JAVA_OPTS", "-Xlog:class+load"), "--version");
    assertThat(ended.exitCode()).as(ended.output()).isZero();
    return String.join(
        "\n", ended.output().lines().filter(line -> line.contains("org.bitstck.")).toList());
  }

  private List<String> archives(String suffix) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(f -> f.endsWith(suffix))
          .toList();
    }
  }

  private Path onlyArchive() throws IOException {
    assertThat(archives(".jsa")).hasSize(1);
    return cache.resolve(archives(".jsa").get(0));
  }

  @Test
  void theFirstRunLeavesAnArchiveAndTheNextStartsFromIt() throws Exception {
    Kit.Ended first = run(oneScenario());
    assertThat(first.exitCode()).as(first.output()).isZero();
    assertThat(first.output().strip()).isEqualTo("INCOMPLETE");

    assertThat(ownClasses(installed())).contains(FROM_ARCHIVE);
    assertThat(Files.size(onlyArchive())).isPositive();
    assertThat(archives("")).hasSize(1);
  }

  @Test
  void twoFirstRunsAtOnceLeaveOneArchive() throws Exception {
    Process one = start(installed(), folder.resolve("1"), Map.of(), oneScenario());
    Process two = start(installed(), folder.resolve("2"), Map.of(), oneScenario());
    assertThat(one.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(two.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(one.exitValue()).as(Files.readString(folder.resolve("1"))).isZero();
    assertThat(two.exitValue()).as(Files.readString(folder.resolve("2"))).isZero();

    assertThat(ownClasses(installed())).contains(FROM_ARCHIVE);
    assertThat(archives("")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "cut", "garbage"})
  void aDamagedArchiveDoesNoHarm(String damage) throws Exception {
    run(oneScenario());
    run("--version");
    byte[] bytes = Files.readAllBytes(onlyArchive());
    Files.write(
        replaced(onlyArchive()),
        switch (damage) {
          case "empty" -> new byte[0];
          case "cut" -> java.util.Arrays.copyOf(bytes, bytes.length / 2);
          default -> "no archive at all".repeat(1000).getBytes();
        });

    Kit.Ended ended = run(oneScenario());

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output().strip()).isEqualTo("INCOMPLETE");
  }

  /** A JVM leaves it without the right to be written. */
  private static Path replaced(Path file) throws IOException {
    Files.delete(file);
    return file;
  }

  @Test
  void anArchiveOfAnotherBuildIsNotUsedAndGoes() throws Exception {
    Path kit = copy();
    run(kit, Map.of(), oneScenario());
    assertThat(ownClasses(kit)).contains(FROM_ARCHIVE);
    Path old = onlyArchive();
    long later = Files.getLastModifiedTime(old).toMillis() + 60_000;
    Files.setLastModifiedTime(kit.resolveSibling("bits-tck.jar"), FileTime.fromMillis(later));

    assertThat(ownClasses(kit)).doesNotContain(FROM_ARCHIVE);
    Kit.Ended first = run(kit, Map.of(), oneScenario());
    assertThat(first.exitCode()).as(first.output()).isZero();

    assertThat(ownClasses(kit)).contains(FROM_ARCHIVE);
    assertThat(onlyArchive()).isNotEqualTo(old);
  }

  private Path copy() throws IOException {
    Path target = folder.resolve("own-kit");
    Path from = Kit.JAR.getParent();
    Files.createDirectories(target.resolve("lib"));
    for (String name : List.of("bits-tck", "bits-tck.jar")) {
      Files.copy(from.resolve(name), target.resolve(name));
    }
    try (Stream<Path> jars = Files.list(from.resolve("lib"))) {
      for (Path jar : (Iterable<Path>) jars.filter(Files::isRegularFile)::iterator) {
        Files.copy(jar, target.resolve("lib").resolve(jar.getFileName()));
      }
    }
    return target.resolve("bits-tck");
  }

  @Test
  void aRunThatDoesNotGetFarLeavesNothing() throws Exception {
    assertThat(run("server", "--no-such-option").exitCode()).isEqualTo(2);
    assertThat(run("--version").exitCode()).isZero();

    assertThat(archives("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null/below", "/tmp/with:colon"})
  void aFolderThatCannotBeUsedDoesNoHarm(String cacheFolder) throws Exception {
    Kit.Ended ended = run(installed(), Map.of("BITS_TCK_CACHE", cacheFolder), oneScenario());

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(ended.output().strip()).isEqualTo("INCOMPLETE");
  }

  @Test
  void nothingIsKeptWhereNothingShallBe() throws Exception {
    run(installed(), Map.of("BITS_TCK_ARCHIVE", "off"), oneScenario());
    run(
        installed(),
        Map.of("BITS_TCK_CACHE", "", "XDG_CACHE_HOME", cache.toString(), "CI", "true"),
        oneScenario());

    assertThat(cache).doesNotExist();
  }

  @Test
  void aLinkInThePathWillDoAndArgumentsArriveAsTheyAre() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), installed());

    assertThat(run(link, Map.of(), "--version").output()).startsWith("bits-tck ");
    Kit.Ended ended = run(link, Map.of(), "lint", "no such $file; 'at all'");
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).contains("no such $file; 'at all'");
  }

  @Test
  void theJdkThatIsAskedForIsTaken() throws Exception {
    Kit.Ended ended = run(installed(), Map.of("JAVA_HOME", "/no/such/jdk"), "--version");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output().strip())
        .hasLineCount(1)
        .contains("there is no '/no/such/jdk/bin/java'", "JDK 17 or newer");
  }
}
