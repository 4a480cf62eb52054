package org.bitstck.play.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.play.Connection;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.Tls;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.server.FragmentRange;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Steps;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;
import org.bitstck.yaml.Place;

/**
 * One plain upload before the suite: it tells whether the server works at all, which peculiarities
 * the kit has to go along with, and whether stored files can be read back. It judges nothing.
 */
public final class Preflight {
  /** Long enough for a busy server; a wrong guess only costs parallel play. */
  private static final Duration SECOND_CONNECTION = Duration.ofMillis(1500);

  /** A server that is not there is told in a moment. */
  private static final Duration FIRST_CONNECTION = Duration.ofSeconds(2);

  private static final List<Traits> DIALECTS =
      List.of(
          Traits.NONE,
          new Traits(true, false, false, false),
          new Traits(false, true, false, false),
          new Traits(true, true, false, false));

  private static final ServerScenario UPLOAD =
      new ServerScenario(
          "preflight",
          "plain-upload",
          "one plain upload",
          Set.of(),
          Set.of(),
          null,
          Map.of(FileSpec.MAIN, new FileSpec(FileSpec.MAIN, 200, null)),
          List.of(),
          List.of(),
          Place.nowhere());

  private final Subject subject;
  private final SocketTransport transport;
  private final SocketTransport hasty;
  private final String run;
  private int exchanges;

  /** Why GET does not serve to look at stored files; null if it does or need not. */
  private String hidden;

  /**
   * What was learnt.
   *
   * @param unreachable why no connection could be made; empty if one could
   * @param broken why the server is not worth testing: no plain upload is possible; empty if it is
   * @param readBack how stored files can be looked at
   * @param notes what a reader of the result should know of the server, as "the server …"
   */
  public record Result(
      Optional<String> unreachable,
      Optional<String> broken,
      Traits traits,
      ReadBack readBack,
      List<String> notes) {

    Result(Optional<String> unreachable, Optional<String> broken) {
      this(unreachable, broken, Traits.NONE, ReadBack.TRY_HTTP, List.of());
    }
  }

  public Preflight(Subject subject, Limits limits, Tls tls, String run) {
    this.subject = subject;
    Limits brief = limits.withConnect(FIRST_CONNECTION);
    this.transport = new SocketTransport(brief, tls);
    this.hasty =
        new SocketTransport(
            brief.withAnswer(
                limits.answer().compareTo(SECOND_CONNECTION) < 0
                    ? limits.answer()
                    : SECOND_CONNECTION),
            tls);
    this.run = run;
  }

  /** Makes the upload. */
  public Result fly() {
    try (transport;
        hasty) {
      Exchange last = null;
      for (Traits dialect : DIALECTS) {
        Stage stage = new Stage(UPLOAD, subject, dialect, run, null);
        try (Connection first = connect(transport, stage)) {
          last = send(first, stage, Steps.packet(PacketKind.CREATE_SESSION, null));
          if (last.ending() == Ending.NO_CONNECTION) {
            return new Result(Optional.of(last.detail()), Optional.empty());
          }
          if (isSession(last)) {
            return first.isUsable() ? upload(stage, first, dialect) : upload(stage, dialect);
          }
          if (last.ending() == Ending.TIMED_OUT) {
            break;
          }
        }
      }
      return broken("CREATE-SESSION", last);
    }
  }

  private static boolean isSession(Exchange exchange) {
    return exchange.answer().filter(Response::isSuccess).flatMap(AckReading::sessionId).isPresent();
  }

  private static boolean isSuccess(Exchange exchange) {
    return exchange.answer().filter(Response::isSuccess).isPresent();
  }

  private static Result broken(String packet, Exchange exchange) {
    String id = isSuccess(exchange) ? " without a session id" : "";
    return new Result(Optional.empty(), Optional.of(packet + " got: " + exchange.outcome() + id));
  }

  /** Goes on over another connection where the first answer cost its own: no length, HTTP/1.0. */
  private Result upload(Stage stage, Traits dialect) {
    try (Connection fresh = connect(transport, stage)) {
      return upload(stage, fresh, dialect);
    }
  }

  private Result upload(Stage stage, Connection first, Traits dialect) {
    boolean bound = false;
    boolean single = false;
    Exchange half = send(first, stage, fragment(new FragmentRange(0, 99)));
    if (!isSuccess(half)) {
      return broken("FRAGMENT", half);
    }
    RequestStep rest = fragment(new FragmentRange(100, 199));
    Exchange elsewhere;
    try (Connection second = connect(hasty, stage)) {
      elsewhere = send(second, stage, rest);
    }
    if (elsewhere.ending() == Ending.TIMED_OUT || elsewhere.ending() == Ending.NO_CONNECTION) {
      single = true;
      first.close();
      try (Connection third = connect(transport, stage)) {
        // a 416 if it read the second connection's packet after all, when the first was closed
        single = send(third, stage, rest).answer().isPresent();
      }
    } else if (!isSuccess(elsewhere)) {
      bound = first.isUsable() && isSuccess(send(first, stage, rest));
    }
    close(stage, bound ? first : null);
    Traits traits =
        new Traits(dialect.upperCaseTypes(), dialect.upperCaseProtocol(), bound, single);
    ReadBack readBack = readBack(stage);
    List<String> notes = new ArrayList<>(traits.describe());
    if (hidden != null) {
      notes.add(hidden);
    }
    return new Result(Optional.empty(), Optional.empty(), traits, readBack, notes);
  }

  private void close(Stage stage, Connection bound) {
    RequestStep close = Steps.packet(PacketKind.CLOSE_SESSION, null);
    if (bound != null && bound.isUsable()) {
      send(bound, stage, close);
      return;
    }
    try (Connection fresh = connect(transport, stage)) {
      send(fresh, stage, close);
    }
  }

  private static RequestStep fragment(FragmentRange range) {
    return Steps.packet(PacketKind.FRAGMENT, range);
  }

  /** Where nothing is declared, GET serves if it shows at least the beginning of the upload. */
  private ReadBack readBack(Stage stage) {
    if (subject.readBack().kind() != ReadBack.Kind.TRY_HTTP) {
      return subject.readBack();
    }
    Exchange look;
    try (Connection connection = connect(transport, stage)) {
      look =
          connection.exchange(
              ++exchanges, StoredFiles.get(stage, null, FileSpec.MAIN), Sending.USUAL);
    }
    byte[] start = stage.file(FileSpec.MAIN).bytes(0, 31);
    boolean shows =
        look.answer()
            .filter(response -> response.status() == 200 && response.body().length >= start.length)
            .filter(response -> Arrays.equals(Arrays.copyOf(response.body(), start.length), start))
            .isPresent();
    if (!shows) {
      hidden =
          "does not show what was uploaded (GET -> "
              + look.outcome()
              + "), so that stored files cannot be looked at; declare 'read-back' to have them"
              + " judged";
    }
    return new ReadBack(shows ? ReadBack.Kind.HTTP : ReadBack.Kind.NONE, null);
  }

  private static Connection connect(SocketTransport over, Stage stage) {
    return over.connect(stage.destinations().endpoint(), 1, System.nanoTime(), Patience.ALONE);
  }

  private Exchange send(Connection connection, Stage stage, RequestStep step) {
    Exchange exchange =
        connection.exchange(++exchanges, new RequestMaker(stage).make(step), Sending.USUAL);
    exchange.answer().ifPresent(response -> stage.learn(step, response));
    return exchange;
  }
}
