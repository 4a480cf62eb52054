package org.bitstck.play.client.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.bitstck.play.tap.AnswerSource;
import org.bitstck.play.tap.Question;

/** Has answers said by a WireMock server on a loopback port. */
public final class WireMockAnswers implements AnswerSource {
  private static final int THREADS = 24;

  private final Script script = new Script();
  private final WireMockServer server;
  private final AtomicLong count = new AtomicLong();
  private final Deque<Upstream> idle = new ConcurrentLinkedDeque<>();

  /** Starts WireMock. */
  public WireMockAnswers() {
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(0)
                .containerThreads(THREADS)
                // an Ack says its length
                .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
                .gzipDisabled(true)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .notifier(new Slf4jNotifier(false))
                .extensions(script, new NoMarks()));
    server.stubFor(WireMock.any(WireMock.anyUrl()));
    server.start();
  }

  @Override
  public Said say(Question question) throws IOException {
    String path = "/" + count.incrementAndGet();
    Pending pending = new Pending(question.answer());
    script.expect(path, pending);
    try {
      String method = question.method().equals("HEAD") ? "HEAD" : "BITS_POST";
      byte[][] said = ask(method, path);
      return new Said(Rewrite.head(said[0], pending.answer()), said[1], pending.answer());
    } finally {
      script.forget(path);
    }
  }

  private byte[][] ask(String method, String path) throws IOException {
    Upstream used = idle.pollFirst();
    if (used != null) {
      try {
        return ask(used, method, path);
      } catch (IOException e) {
        // WireMock may have closed it while it was idle: a fresh one tells
      }
    }
    return ask(new Upstream(server.port()), method, path);
  }

  private byte[][] ask(Upstream upstream, String method, String path) throws IOException {
    try {
      byte[][] said = upstream.ask(method, path);
      idle.addFirst(upstream);
      return said;
    } catch (IOException e) {
      upstream.close();
      throw e;
    }
  }

  @Override
  public void close() {
    idle.forEach(Upstream::close);
    server.stop();
  }
}
