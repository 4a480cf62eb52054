package org.bitstck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.Peer;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;
import org.bitstck.play.Limits;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.report.LoadReport;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are right or wrong only while they are busy. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LoadRunTest {
  private static final int SESSIONS = 8;
  private static final Limits LIMITS = Limits.DEFAULT.withAnswer(Duration.ofSeconds(30));

  private static LoadPlan plan(int uploads) {
    return new LoadPlan(SESSIONS, uploads, 10_000, Duration.ofMinutes(1), 2500, 1000);
  }

  private static LoadRun run(Peer server, LoadPlan plan, SocketTransport transport) {
    return new LoadRun(
        Library.bundled(),
        Profile.INTEROP,
        Subject.at(server.url()),
        LIMITS,
        transport,
        null,
        plan);
  }

  private static LoadResult load(Peer server, int uploads) throws SubjectUnreachable {
    try (server;
        SocketTransport transport = new SocketTransport(LIMITS, null)) {
      server.start();
      return run(server, plan(uploads), transport).run();
    }
  }

  /** All uploads of a round are open before any of them goes on: busy without any luck. */
  private static class Crowded extends PlainServer {
    private final CyclicBarrier all = new CyclicBarrier(SESSIONS);
    private final AtomicInteger creates = new AtomicInteger();

    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      HttpAnswer answer = super.onCreate(request);
      if (isLoad(request)) {
        creates.incrementAndGet();
        try {
          all.await(1, TimeUnit.MINUTES);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
      return answer;
    }

    /** The preflight comes alone. */
    static boolean isLoad(HttpRequest request) {
      return request.target().contains("load-upload");
    }
  }

  @Test
  void aGoodServerIsRightHoweverManyThereAre() throws Exception {
    Crowded server = new Crowded();
    LoadResult result = load(server, 3 * SESSIONS);

    assertThat(result.whole()).isEqualTo(3 * SESSIONS).isEqualTo(server.creates.get());
    assertThat(result.refused() + result.broken()).isZero();
    assertThat(result.result().findings())
        .isNotEmpty()
        .allMatch(finding -> finding.verdict() == Verdict.PASS);
    assertThat(result.acks())
        .extracting(LoadResult.Times::packet, LoadResult.Times::count)
        .containsExactly(
            tuple("Create-Session", 3L * SESSIONS),
            tuple("Fragment", 9L * SESSIONS),
            tuple("Close-Session", 3L * SESSIONS));
    assertThat(result.acks())
        .allMatch(times -> 0 < times.p50() && times.p50() <= times.p99())
        .allMatch(times -> times.p99() <= times.most());
  }

  /** What it tells while others are open is another session's offset. */
  private static final class Mixed extends Crowded {
    @Override
    protected HttpAnswer offsetAck(int status, Upload upload) {
      boolean busy = upload.path().contains("load-upload") && sessions.size() > 1;
      return super.offsetAck(status, busy ? new Upload(upload.id(), "/other") : upload);
    }
  }

  @Test
  void aServerThatMixesItsSessionsUpIsAccused() throws Exception {
    LoadResult result = load(new Mixed(), SESSIONS);

    assertThat(result.whole()).isLessThan(SESSIONS);
    assertThat(failed(result)).contains("BITS-SRV-FRAGMENT-001");
    assertThat(result.result().findings())
        .filteredOn(f -> f.verdict() == Verdict.FAIL)
        .anySatisfy(f -> assertThat(f.observed()).contains(" of 8 uploads)"));
  }

  /** Two that come at the same time are one to it. */
  private static final class SameId extends Crowded {
    private final String id = super.nextSessionId();

    @Override
    protected String nextSessionId() {
      return sessions.isEmpty() ? super.nextSessionId() : id;
    }
  }

  @Test
  void oneIdForTwoSessionsIsSeen() throws Exception {
    LoadResult result = load(new SameId(), SESSIONS);

    assertThat(failed(result)).contains("BITS-SRV-CREATE-003");
  }

  /** A limit is the server's right. */
  private static final class Few extends PlainServer {
    private final CountDownLatch refusedOne = new CountDownLatch(1);

    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      if (sessions.size() >= SESSIONS / 2) {
        refusedOne.countDown();
        throw new Refusal(500, 0x80070005L);
      }
      return super.onCreate(request);
    }

    @Override
    protected HttpAnswer onClose(HttpRequest request) {
      try {
        if (Crowded.isLoad(request)) {
          refusedOne.await(1, TimeUnit.MINUTES);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.onClose(request);
    }
  }

  @Test
  void aRefusedSessionIsNoFailure() throws Exception {
    LoadResult result = load(new Few(), 3 * SESSIONS);

    assertThat(failed(result)).isEmpty();
    assertThat(result.refused()).isPositive();
    assertThat(result.whole()).isPositive();
    assertThat(result.whole() + result.refused()).isEqualTo(3 * SESSIONS);
    assertThat(result.reasons().keySet()).singleElement().asString().contains("was refused: 500");
  }

  /** It dies of the first upload. */
  private static final class Dying extends PlainServer {
    @Override
    protected HttpAnswer onCreate(HttpRequest request) {
      if (Crowded.isLoad(request)) {
        close();
        return HttpAnswer.HANG_UP;
      }
      return super.onCreate(request);
    }
  }

  @Test
  void aServerThatIsGoneEndsTheRun() throws Exception {
    LoadResult result = load(new Dying(), 100_000);

    assertThat(result.whole()).isZero();
    assertThat(result.begun()).isLessThan(100_000);
    assertThat(result.result().subjectBroken()).isTrue();
  }

  @Test
  void aServerThatTakesNoPlainUploadIsNotLoaded() {
    PlainServer server = new PlainServer().start();
    server.close();

    try (SocketTransport transport = new SocketTransport(LIMITS, null)) {
      assertThatThrownBy(() -> run(server, plan(1), transport).run())
          .isInstanceOf(SubjectUnreachable.class)
          .hasMessageContaining("no plain upload to " + server.url());
    }
  }

  @Test
  void aRunThatIsCancelledTellsWhatItHas() throws Exception {
    try (PlainServer server = new PlainServer().start();
        SocketTransport transport = new SocketTransport(LIMITS, null)) {
      LoadRun run = run(server, plan(1000), transport);
      run.cancel();

      assertThat(run.run().begun()).isZero();
    }
  }

  @Test
  void theFiguresArePrintedAndWritten() throws Exception {
    LoadResult result = load(new PlainServer(), 5);
    StringWriter text = new StringWriter();
    StringWriter json = new StringWriter();

    new LoadReport(result).print(new PrintWriter(text));
    new LoadReport(result).writeJson(json);

    assertThat(text.toString())
        .contains("5 uploads of 2500 bytes in fragments of 1000, up to 8 at once")
        .contains("5 whole (")
        .containsPattern("Fragment +15 ")
        .contains("bits-tck-" + result.run());
    assertThat(json.toString())
        .contains("\"format\" : \"bits-tck-load/1\"")
        .contains("\"whole\" : 5")
        .contains("\"p99Micros\"");
  }

  private static Set<String> failed(LoadResult result) {
    return result.result().findings().stream()
        .filter(finding -> finding.verdict() == Verdict.FAIL)
        .map((Finding finding) -> finding.requirement().id())
        .collect(Collectors.toSet());
  }
}
