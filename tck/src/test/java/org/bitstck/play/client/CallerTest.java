package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.CallerAct.Kind;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.yaml.Place;
import org.junit.jupiter.api.Test;

/** What the caller does behind the start. */
class CallerTest extends Playings {
  private static final byte[] NOTHING = new byte[0];

  @Test
  void theCommandIsThereBeforeTheAnswer() {
    ClientScenario scenario =
        Scripts.acting(
            List.of(
                Scripts.act(Kind.PAUSE, Scripts.nth(RequestKind.PING, 2)),
                Scripts.act(Kind.RESUME, null),
                Scripts.act(Kind.CANCEL, Scripts.nth(RequestKind.PING, 3))));

    Recording played =
        play(
            scenario,
            (order, control) -> {
              try (RawLine line = new RawLine(order)) {
                line.packet(order, "PING", "", NOTHING);
                assertThat(control.commands).isEmpty();
                line.packet(order, "PING", "", NOTHING);
                assertThat(control.commands.poll()).isEqualTo("pause");
                control.report(Outcome.PAUSED);
                assertThat(control.commands.take()).isEqualTo("resume");
                line.packet(order, "PING", "", NOTHING);
                assertThat(control.commands.poll()).isEqualTo("cancel");
                line.packet(order, "CANCEL-SESSION", "", NOTHING);
                control.report(Outcome.CANCELLED);
              }
            });

    assertThat(played.stop()).isNull();
    assertThat(played.outcomes())
        .extracting(Report::outcome)
        .containsExactly(Outcome.PAUSED, Outcome.CANCELLED);
    assertThat(kinds(played))
        .containsExactly(
            RequestKind.PING, RequestKind.PING, RequestKind.PING, RequestKind.CANCEL_SESSION);
  }

  @Test
  void theRightCredentialsCanBeHandedOverLater() {
    CallerAct resume = new CallerAct(Place.nowhere(), Kind.RESUME, null, true);

    Recording played =
        play(
            Scripts.acting(List.of(resume)),
            (order, control) -> {
              control.report(Outcome.FAILED);
              assertThat(control.commands.take()).isEqualTo("resume right password");
              control.report(Outcome.SUCCESS);
            });

    assertThat(played.outcomes()).hasSize(2);
    assertThat(played.stop()).isNull();
  }

  @Test
  void afterASuccessNothingIsLeftToDo() {
    ClientScenario scenario =
        Scripts.acting(
            List.of(
                Scripts.act(Kind.PAUSE, Scripts.nth(RequestKind.FRAGMENT, 9)),
                Scripts.act(Kind.RESUME, null)));

    Recording played = play(scenario, new SmallClient(300));

    assertThat(played.stop()).isNull();
    assertThat(played.outcomes()).extracting(Report::outcome).containsExactly(Outcome.SUCCESS);
  }

  @Test
  void anOutcomeThatCameFirstMayBeAllThatIsSaid() {
    ClientScenario scenario =
        Scripts.acting(List.of(Scripts.act(Kind.PAUSE, Scripts.nth(RequestKind.PING, 1))));

    Recording played =
        play(
            scenario,
            (order, control) -> {
              try (RawLine line = new RawLine(order)) {
                line.send(RawLine.head(order, "PING", "", 0));
                control.report(Outcome.SUCCESS);
                line.read();
              }
            });

    assertThat(played.outcomes()).extracting(Report::outcome).contains(Outcome.SUCCESS);
    assertThat(played.stop()).isNull();
  }

  @Test
  void othersMayWorkWhileTheClientIsKeptWaiting() {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger given = new AtomicInteger();
    Patience patience =
        new Patience() {
          @Override
          public void longWait() {
            given.incrementAndGet();
          }

          @Override
          public void over() {
            taken.incrementAndGet();
          }
        };
    ClientScenario scenario =
        Scripts.upload(
            Scripts.wire(
                Scripts.nth(RequestKind.CREATE_SESSION, 1), WireFault.Kind.DELAY, 0, 400, null));

    Recording played =
        new ClientPlayer(
                server, new ScriptClient(new SmallClient(300)), folder, Limits.DEFAULT, "wait")
            .play(scenario, patience);

    assertThat(played.last().outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(given.get()).isPositive().isEqualTo(taken.get());
  }
}
