package org.bitstck.server.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bitstck.server.config.Overrides;
import org.bitstck.server.defect.Defect;
import org.bitstck.server.defect.Defects;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The pool as its users see it: lines in, lines out, servers behind them. */
class ServerPoolTest {
  private static final byte[] DATA = "0123456789".getBytes(UTF_8);

  @TempDir Path home;

  /** A pool that serves as long as this is open. */
  private final class Talk implements AutoCloseable {
    private final PipedWriter lines = new PipedWriter();
    private final PipedInputStream answers = new PipedInputStream(1 << 16);
    private final BufferedReader reader = new BufferedReader(new InputStreamReader(answers, UTF_8));
    private final CompletableFuture<Void> served;

    Talk(Path config) throws IOException {
      BufferedReader input = new BufferedReader(new PipedReader(lines));
      PrintStream out = new PrintStream(new PipedOutputStream(answers), true, UTF_8);
      ServerPool pool = new ServerPool(config, Overrides.NONE, Defects.LIST, out);
      served =
          CompletableFuture.runAsync(
              () -> {
                try {
                  pool.serve(input);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }

    Map<?, ?> ask(String line) throws IOException {
      lines.write(line + "\n");
      lines.flush();
      return parse(reader.readLine());
    }

    String start(String id) throws IOException {
      Map<?, ?> answer = ask("{\"start\":" + (id == null ? null : "\"" + id + "\"") + "}");
      assertThat(answer.get("started")).as("%s", answer).isEqualTo(id == null ? "none" : id);
      assertThat(Path.of(answer.get("folder").toString())).isDirectory();
      return answer.get("url").toString();
    }

    @Override
    public void close() throws IOException {
      lines.close();
      served.join();
    }
  }

  private static Map<?, ?> parse(String line) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(line);
  }

  private static Answer exchange(String url, Request request) throws IOException {
    try (Wire wire = new Wire(port(url))) {
      return wire.exchange(request);
    }
  }

  private static int port(String url) {
    return Integer.parseInt(url.replaceAll(".*:(\\d+)/", "$1"));
  }

  @Test
  void everyDefectStartsAndAnswers() throws Exception {
    try (Talk talk = new Talk(null)) {
      for (Defect<?> defect : Defects.LIST.all()) {
        String url = talk.start(defect.id());
        try (Wire wire = new Wire(port(url))) {
          wire.send(Request.create("/a").bytes());
          assertThat(wire.isClosed()).as(defect.id()).isFalse();
        }
        assertThat(talk.ask("{\"stop\": \"" + url + "\"}").get("stopped")).isEqualTo(url);
      }
    }
  }

  @Test
  void severalLiveAtOnceAndACorrectOneIsCorrect() throws Exception {
    try (Talk talk = new Talk(null)) {
      String wrong = talk.start("BITS-SRV-PING-001/unknown-type");
      String right = talk.start(null);
      assertThat(exchange(wrong, Request.ping("/a")).status()).isEqualTo(400);
      assertThat(exchange(right, Request.ping("/a")).status()).isEqualTo(200);
      String session = exchange(right, Request.create("/a")).session();
      exchange(right, Request.fragment("/a", session, DATA, 0, 10));
      assertThat(exchange(right, Request.close("/a", session)).status()).isEqualTo(200);
      assertThat(exchange(right, Request.get("/a")).body()).isEqualTo(DATA);
      assertThat(exchange(wrong, Request.get("/a")).status()).isEqualTo(404);
    }
  }

  @Test
  void eachHasACopyOfTheConfiguration() throws Exception {
    Path config = home.resolve("server.yaml");
    Files.writeString(config, "folder: .\nfsync: never\ndirectories: {/in/: {uploads: true}}\n");
    try (Talk talk = new Talk(config)) {
      Map<?, ?> first = talk.ask("{\"start\": null}");
      String url = first.get("url").toString();
      String other = talk.start(null);
      Path copy = Path.of(first.get("folder").toString(), "server.yaml");
      Files.writeString(copy, Files.readString(copy).replace("true", "false"));
      assertThat(exchange(url, Request.create("/in/a")).status()).isEqualTo(200);
      assertThat(talk.ask("{\"reload\": \"" + url + "\"}").get("reloaded")).isEqualTo(url);
      assertThat(exchange(url, Request.create("/in/a")).status()).isEqualTo(501);
      assertThat(exchange(other, Request.create("/in/a")).status()).isEqualTo(200);
      Files.writeString(copy, "nonsense: 1\n");
      assertThat(talk.ask("{\"reload\": \"" + url + "\"}").get("why").toString())
          .contains("nonsense");
    }
  }

  @Test
  void aRestartedServerHasItsAddressAndItsFiles() throws Exception {
    try (Talk talk = new Talk(null)) {
      String url = talk.start(null);
      String session = exchange(url, Request.create("/a")).session();
      exchange(url, Request.fragment("/a", session, DATA, 0, 5));
      assertThat(talk.ask("{\"restart\": \"" + url + "\"}").get("restarted")).isEqualTo(url);
      assertThat(exchange(url, Request.fragment("/a", session, DATA, 5, 10)).offset())
          .isEqualTo("10");
    }
  }

  @Test
  void whatIsStoppedIsGone() throws Exception {
    try (Talk talk = new Talk(null)) {
      Map<?, ?> started = talk.ask("{\"start\": null}");
      String url = started.get("url").toString();
      exchange(url, Request.create("/a"));
      talk.ask("{\"stop\": \"" + url + "\"}");
      assertThat(Path.of(started.get("folder").toString())).doesNotExist();
      assertThat(talk.ask("{\"stop\": \"" + url + "\"}").get("why").toString())
          .isEqualTo("no server has this URL");
    }
  }

  @Test
  void theEndOfTheLinesEndsEverything() throws Exception {
    Path folder;
    try (Talk talk = new Talk(null)) {
      folder = Path.of(talk.ask("{\"start\": null}").get("folder").toString());
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void wrongLinesAreAnswered() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String lines =
        "{\"start\": \"BITS-SRV-PING-001/unknown-typo\"}\n{\"begin\": null}\nnonsense\n{[\n\n";
    new ServerPool(null, Overrides.NONE, Defects.LIST, new PrintStream(out, true, UTF_8))
        .serve(new BufferedReader(new StringReader(lines)));
    List<String> answers = out.toString(UTF_8).lines().toList();
    assertThat(answers).hasSize(4).allMatch(answer -> parse(answer).containsKey("failed"));
    assertThat(answers.get(0)).contains("did you mean 'BITS-SRV-PING-001/unknown-type'?");
    assertThat(answers.get(1)).contains("none of start, reload, restart, stop");
    assertThat(answers.get(2)).contains("not a line like");
  }
}
