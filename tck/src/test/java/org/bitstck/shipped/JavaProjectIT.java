package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The sample project of the docs, built outside of the reactor by the Maven that builds the kit,
 * with the artefacts as they would be published and nothing from the network.
 */
class JavaProjectIT {
  private static final Path SAMPLE = Path.of("..", "docs", "examples", "java-project");
  private static final Path WORK = Path.of("target", "java-project").toAbsolutePath();
  private static final Path PROJECT = WORK.resolve("uploads");

  /** For JVMs that live for seconds. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static final String SETTINGS =
      """
      <settings>
        <mirrors>
          <mirror><id>built</id><mirrorOf>central</mirrorOf><url>%s</url></mirror>
        </mirrors>
        <profiles>
          <profile>
            <id>kit</id>
            <repositories>
              <repository>
                <id>kit</id><url>%s</url><snapshots><enabled>true</enabled></snapshots>
                <releases><enabled>false</enabled></releases>
              </repository>
              <repository>
                <id>central</id><url>https://repo.maven.apache.org/maven2</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
              </repository>
            </repositories>
            <pluginRepositories>
              <pluginRepository>
                <id>central</id><url>https://repo.maven.apache.org/maven2</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
              </pluginRepository>
            </pluginRepositories>
          </profile>
        </profiles>
        <activeProfiles><activeProfile>kit</activeProfile></activeProfiles>
      </settings>
      """;

  @BeforeAll
  static void copy() throws IOException {
    assumeTrue(System.getProperty("maven.home") != null, "started by Maven only");
    delete(PROJECT);
    delete(WORK.resolve("local/org/bitstck"));
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (!file.startsWith(SAMPLE.resolve("target"))) {
          Path target = PROJECT.resolve(SAMPLE.relativize(file));
          Files.createDirectories(target.getParent());
          Files.copy(file, target);
        }
      }
    }
    KitRepository.fill(WORK.resolve("kit"));
    Files.writeString(
        WORK.resolve("settings.xml"),
        SETTINGS.formatted(
            Path.of(System.getProperty("maven.repository")).toUri(), WORK.resolve("kit").toUri()));
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Kit.Ended maven(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-s",
                WORK.resolve("settings.xml").toString(),
                "-DargLine=" + QUICK,
                "-Dmaven.repo.local=" + WORK.resolve("local")));
    command.addAll(List.of(arguments));
    Path output = WORK.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(PROJECT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("MAVEN_OPTS", QUICK);
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("Maven did not end: " + Files.readString(output));
    }
    return new Kit.Ended(process.exitValue(), Files.readString(output));
  }

  private static String report(String test) throws IOException {
    return Files.readString(
        PROJECT.resolve("target/surefire-reports/TEST-com.example.uploads." + test + ".xml"));
  }

  @Test
  void itsTestsShowTheScenariosOneByOneAndItsMistakeIsFound() throws Exception {
    Kit.Ended held = maven("test");

    assertThat(held.exitCode()).as(held.output()).isZero();
    assertThat(report("UploadServerTest"))
        .contains(
            "testcase name=\"conforms(BitsScenario) fragment/ranges/gap[200-299]: a fragment that leaves a gap is")
        .contains("known failure: FAIL BITS-SRV-FRAGMENT-005");
    assertThat(report("UploadClientTest"))
        .contains("testcase name=\"conforms(BitsScenario) client/upload/");
    assertThat(report("MixedTest")).contains("theSecondFragmentMayOverlapTheFirst");

    Kit.Ended bare =
        maven(
            "test",
            "-Dtest=UploadServerTest",
            "-Dbits-tck.known-failures=",
            "-Dbits-tck.only=fragment/ranges/gap");

    assertThat(bare.exitCode()).as(bare.output()).isEqualTo(1);
    assertThat(bare.output())
        .contains("FAIL BITS-SRV-FRAGMENT-005  MUST, MC-BUP")
        .contains("came:   200 OK, next offset 100")
        .contains("again:  this test with -Dbits-tck.only='fragment/ranges/gap[200-299]'")
        .doesNotContain("at org.bitstck.");
  }
}
