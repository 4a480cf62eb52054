package org.bitstck.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bitstck.prove.ServerPool.Started;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a pool does, it is said in a line. */
class ServerPoolTest {
  private static final String STARTED =
      "{\"started\": \"none\", \"url\": \"http://127.0.0.1:4711/\", \"folder\": \"/tmp/x\"}";

  /** A pool that gives these answers, whatever it is told. */
  private static ServerPool pool(String... answers) throws IOException {
    StringBuilder script = new StringBuilder();
    for (String answer : answers) {
      script.append("read line; printf '%s\\n' '").append(answer).append("'; ");
    }
    return ServerPool.open(List.of("sh", "-c", script.append("read line").toString()));
  }

  @Test
  void anOrderAnAnswer() throws Exception {
    try (ServerPool pool = pool(STARTED, "{\"restarted\": \"\"}", "{\"stopped\": \"\"}")) {
      Started server = pool.start((String) null);
      pool.restart(server);
      pool.stop(server);

      assertThat(server.port()).isEqualTo(4711);
      assertThat(server.folder()).isEqualTo(Path.of("/tmp/x"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"failed": "a/b", "why": "there is no such defect"} | start a/b: there is no such defect
          {"started": "a/b"}                                  | without 'url' and 'folder'
          hello                                               | said nonsense: 'hello'
          """)
  void whatItCannotDoIsSaid(String answer, String message) throws Exception {
    try (ServerPool pool = pool(answer)) {
      assertThatThrownBy(() -> pool.start("a/b")).hasMessageContaining(message);
    }
  }

  @Test
  void itsEndIsSaidWithItsLastWordsAndSaidAgain() throws Exception {
    try (ServerPool pool =
        ServerPool.open(
            List.of("sh", "-c", "read line; echo no memory >&2; exec 1>&-; read line"))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> pool.start("a/b")).hasMessageContaining("ended");
      }
    }
  }

  @Test
  void whatIsNotThereCannotBeStarted() {
    assertThatThrownBy(() -> ServerPool.open(List.of("/no/such/pool")))
        .hasMessageContaining("/no/such/pool");
  }
}
