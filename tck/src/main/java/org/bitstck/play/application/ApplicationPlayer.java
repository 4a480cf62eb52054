package org.bitstck.play.application;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.Tls;
import org.bitstck.play.Transport;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.application.ApplicationStep;
import org.bitstck.scenario.application.ApplicationStep.Download;
import org.bitstck.scenario.application.ApplicationStep.Effects;
import org.bitstck.scenario.application.ApplicationStep.Notify;
import org.bitstck.scenario.application.ApplicationWords;
import org.bitstck.subject.Application;

/**
 * Plays scenarios with a server application: each request on a connection of its own, as servers
 * do. It judges nothing; it only stops where going on makes no sense.
 */
public final class ApplicationPlayer implements AutoCloseable {
  private final Application application;
  private final String run;
  private final Limits limits;
  private final Transport usual;
  private final Transport untilLimit;
  private final EffectLog effects;

  /**
   * @param tls what is trusted on https; null where no URL is one
   * @param run name of the run, part of each upload's URL
   */
  public ApplicationPlayer(Application application, Limits limits, Tls tls, String run) {
    this.application = application;
    this.run = run;
    this.limits = limits;
    this.usual = new SocketTransport(limits, tls);
    this.untilLimit = new SocketTransport(limits.withAnswer(application.limit()), tls);
    this.effects = new EffectLog(application.journal(), limits.answer());
  }

  /** Plays one scenario; may be called by several threads. */
  public ToldScenario play(ApplicationScenario scenario, Patience patience) {
    long start = System.nanoTime();
    try (ApplicationStage stage = new ApplicationStage(scenario, application, run)) {
      Performance performance = new Performance(stage, start, patience);
      ToldScenario.Stop stop = null;
      for (ApplicationStep step : scenario.steps()) {
        stop = performance.play(step);
        if (stop != null) {
          break;
        }
      }
      return new ToldScenario(
          scenario, performance.records, stop, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  @Override
  public void close() {
    usual.close();
    untilLimit.close();
  }

  /** One playing of one scenario. */
  private final class Performance {
    private final ApplicationStage stage;
    private final long start;
    private final Patience patience;
    private final List<ToldStep> records = new ArrayList<>();
    private final Map<String, byte[]> replies = new HashMap<>();
    private String staticUrl;
    private byte[] lastUpload = new byte[0];

    Performance(ApplicationStage stage, long start, Patience patience) {
      this.stage = stage;
      this.start = start;
      this.patience = patience;
    }

    /** Plays a step; what comes back ends the scenario. */
    ToldScenario.Stop play(ApplicationStep step) {
      if (step instanceof Notify told) {
        return notify(told);
      }
      if (step instanceof Download download) {
        return download(download);
      }
      Effects look = (Effects) step;
      records.add(effects.look(look, stage.originalUrl(look.upload()), patience));
      return null;
    }

    private ToldScenario.Stop notify(Notify step) {
      lastUpload = step.body() != null ? step.body() : stage.bytes(step.file());
      if (step.byReference()) {
        stage.files(step.upload()).write(lastUpload);
      }
      Exchange exchange =
          exchange(step.untilLimit() ? untilLimit : usual, stage.endpoint(), stage.request(step));
      byte[] file = step.byReference() ? stage.files(step.upload()).found().orElse(null) : null;
      ReplySeen reply = seen(step.byReference(), file, replies.get(step.upload()));
      records.add(ToldStep.of(step, exchange, reply));
      Response response = exchange.response();
      if (response != null) {
        staticUrl = response.headers().first(Bits.STATIC_RESPONSE_URL).orElse(null);
        if (response.isSuccess()) {
          byte[] bytes = reply.bytes(response.body());
          replies.put(step.upload(), bytes == null ? new byte[0] : bytes);
        }
      }
      return stop(step, exchange);
    }

    private ReplySeen seen(boolean byReference, byte[] file, byte[] before) {
      return new ReplySeen(
          lastUpload,
          byReference,
          file,
          before,
          application.reply(),
          application.capabilities().contains(ApplicationWords.REPEATS));
    }

    private ToldScenario.Stop download(Download step) {
      URI url;
      try {
        url = staticUrl == null ? null : URI.create(staticUrl);
      } catch (IllegalArgumentException e) {
        url = null;
      }
      if (url == null || url.getHost() == null || url.getScheme() == null) {
        return new ToldScenario.Stop(step, "there is no static URL that could be asked");
      }
      Exchange exchange = fetch(step, url);
      records.add(ToldStep.of(step, exchange, seen(false, null, null)));
      return stop(step, exchange);
    }

    /** Replies may be at another host, and over https where the application is not. */
    private Exchange fetch(Download step, URI url) {
      Endpoint endpoint = Endpoint.of(url);
      if (!endpoint.tls() || stage.endpoint().tls()) {
        return exchange(usual, endpoint, stage.request(step, url));
      }
      try (Transport secure = new SocketTransport(limits, Tls.ofJvm())) {
        return exchange(secure, endpoint, stage.request(step, url));
      }
    }

    private Exchange exchange(Transport transport, Endpoint endpoint, Request request) {
      int number = records.size() + 1;
      try (Connection connection = transport.connect(endpoint, number, start, patience)) {
        return connection.exchange(number, request, Sending.USUAL);
      }
    }

    private ToldScenario.Stop stop(ApplicationStep step, Exchange exchange) {
      if (step.isSetUp() && exchange.answer().filter(Response::isSuccess).isEmpty()) {
        return new ToldScenario.Stop(
            step, step.label() + " should simply succeed, but came: " + exchange.outcome());
      }
      // one that is silent once will be again
      return exchange.ending() == Ending.ANSWERED
          ? null
          : new ToldScenario.Stop(step, step.label() + " got no answer: " + exchange.outcome());
    }
  }
}
