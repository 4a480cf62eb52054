package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.PlainServer;
import org.bitstck.scenario.library.Library;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A reply is fetched from where the server says that it is, and from nowhere else. */
class ReplyTargetTest {
  private static final String SCENARIO =
      """
      topic: mine
      role: server
      scenarios:
        get:
          title: the reply is fetched
          steps:
            - create-session
            - fragment: all
            - http: %s
              target: ${reply-path}
              expect:
                BITS-REPLY-SERVER-001: {status: 200}
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void nothingIsSentWhereNoReplyUrlCame(String method) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), SCENARIO.formatted(method));
    try (PlainServer server = new PlainServer().start()) {
      RunResult result = Runs.at(server.url(), Library.bundled().read(List.of(file)), 1);

      Finding finding =
          result.findings().stream()
              .filter(f -> f.requirement().id().equals("BITS-REPLY-SERVER-001"))
              .findFirst()
              .orElseThrow();
      assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKED);
      assertThat(finding.observed()).contains("no reply URL came in BITS-Reply-URL");
      assertThat(finding.evidence()).noneMatch(e -> e.request().method().equals(method));
    }
  }
}
