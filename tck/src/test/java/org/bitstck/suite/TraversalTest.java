package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.FolderServer;
import org.bitstck.subject.ReadBack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that let a client write outside of their folder; the kit sees it where it sees the
 * folder.
 */
class TraversalTest {
  @TempDir Path root;

  static Stream<Arguments> careless() {
    Map<String, Function<Path, FolderServer>> servers =
        Map.of(
            "BITS-SRV-CONFIG-002", FolderServer.TrustsTheTarget::new,
            "BITS-SRV-FRAGMENT-019", FolderServer.TrustsTheSessionId::new,
            "BITS-SRV-CREATE-016", FolderServer.TrustsTheContentName::new);
    return servers.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("careless")
  void isFoundAndCleanedUp(String requirement, Function<Path, FolderServer> server)
      throws Exception {
    Path folder = Files.createDirectories(root.resolve("a/b/inbox"));

    RunResult result = Runs.of(server.apply(folder), new ReadBack(ReadBack.Kind.FOLDER, folder));

    assertThat(Runs.requirements(result, Verdict.FAIL))
        .as(Runs.bad(result).toString())
        .isEqualTo(Set.of(requirement));
    assertThat(root.resolve("a/b")).isDirectoryNotContaining("regex:.*http-traversal.*");
  }

  @Test
  void aCarefulServerIsNotAccused() throws Exception {
    Path folder = Files.createDirectories(root.resolve("a/b/inbox"));

    RunResult result =
        Runs.of(new FolderServer(folder), new ReadBack(ReadBack.Kind.FOLDER, folder));

    assertThat(result.summary()).isEqualTo(RunResult.Summary.CONFORMANT);
  }
}
