package org.bitstck.scenario.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.Schemas;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.ClientClause.Carries;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.Form;
import org.bitstck.scenario.client.ClientClause.GapIs;
import org.bitstck.scenario.client.ClientClause.HeaderIs;
import org.bitstck.scenario.client.ClientClause.KindIs;
import org.bitstck.scenario.client.ClientClause.OneAtATime;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.ReplyIs;
import org.bitstck.scenario.client.ClientClause.ReportIs;
import org.bitstck.scenario.client.ClientClause.RequestIs;
import org.bitstck.scenario.client.ClientClause.SentTo;
import org.bitstck.scenario.client.ClientClause.SessionIs;
import org.bitstck.scenario.client.ClientClause.SmallerThanBefore;
import org.bitstck.scenario.client.ClientClause.StartsAt;
import org.bitstck.scenario.client.ClientClause.UploadedIs;
import org.bitstck.scenario.client.Trigger.Host;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioFile;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a file is what the kit has of it. */
class ClientReadingTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "client-scenarios");
  private static final int EVER = Integer.MAX_VALUE;
  private static final Library LIBRARY = Library.bundled();

  private static String text(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name));
  }

  private static List<ClientScenario> read(String name) throws IOException {
    String text = text(name);
    ScenarioFile file = new ScenarioReader(LIBRARY.catalogue()).read(new Source(name, text), text);
    assertThat(file.role()).isEqualTo(Role.CLIENT);
    return file.scenarios().stream().map(ClientScenario.class::cast).toList();
  }

  private static Trigger fragments(int from, int to) {
    return new Trigger(EnumSet.of(RequestKind.FRAGMENT), from, to, false, Host.ANY);
  }

  private static Trigger first(RequestKind first, RequestKind... more) {
    return new Trigger(EnumSet.of(first, more), 1, 1, false, Host.ANY);
  }

  private static List<Clause> clauses(ClientScenario scenario, int expectation) {
    return scenario.expectations().get(expectation).anyOf().get(0).conditions();
  }

  @ParameterizedTest
  @ValueSource(strings = {"resync", "wire", "caller"})
  void theSamplesFollowTheSchema(String name) throws IOException {
    assertThat(
            Schemas.errors(
                Schemas.FOLDER.resolve("schema/client-scenarios.schema.json"),
                text(name + ".yaml")))
        .isEmpty();
  }

  @Test
  void aDeviationAndWhatFollowsFromIt() throws IOException {
    ClientScenario scenario = read("resync.yaml").get(0);

    assertThat(scenario.id()).isEqualTo("client/sample/resync/rewind-on-416");
    assertThat(scenario.title()).isEqualTo("at 416 the client goes on from the offset in the Ack");
    assertThat(scenario.tags()).containsExactly("sample");
    assertThat(scenario.needs()).as("implied").containsExactly("fragment-size");
    assertThat(scenario.file().size()).isEqualTo(300 << 10);
    assertThat(scenario.client().fragmentSize()).isEqualTo(100 << 10);
    assertThat(scenario.server()).isEqualTo(ServerSettings.USUAL);
    assertThat(scenario.requirements())
        .containsExactly("BITS-CLI-CLOSE-001", "BITS-CLI-FRAGMENT-010");
    assertThat(scenario.caller()).isEmpty();
    Deviation deviation = scenario.script().get(0);
    assertThat(deviation.at().position().line()).isEqualTo(12);
    assertThat(deviation.on()).isEqualTo(fragments(2, 2));
    assertThat(deviation.event()).isEqualTo(ServerEvent.NONE);
    assertThat(deviation.wire()).isEqualTo(WireFault.NONE);
    assertThat(deviation.ack())
        .isEqualTo(new AckEdit(416, null, 50 << 10, -1, -1, List.of(), null, null, null, null));
    Chosen next = new Chosen(Set.of(), fragments(2, 2), 1, 1, true);
    assertThat(clauses(scenario, 0))
        .containsExactly(
            new RequestIs(next, new KindIs(Set.of(RequestKind.FRAGMENT))),
            new RequestIs(next, new StartsAt(50 << 10)),
            new RequestIs(next, new SessionIs(SessionIs.Kind.CURRENT)));
    assertThat(clauses(scenario, 1))
        .containsExactly(new OutcomeIs(Set.of(Outcome.SUCCESS)), new UploadedIs(true));
  }

  @Test
  void aTableAndSeveralLegalOutcomes() throws IOException {
    List<ClientScenario> all = read("resync.yaml");
    ClientScenario first = all.get(1);
    ClientScenario later = all.get(2);

    assertThat(first.name()).isEqualTo("session-lost[first]");
    assertThat(first.file().size()).isEqualTo(300);
    assertThat(first.script().get(0).on()).isEqualTo(fragments(1, 1));
    assertThat(later.script().get(0).on()).isEqualTo(fragments(2, EVER));
    assertThat(later.script().get(0).event().kind()).isEqualTo(ServerEvent.Kind.FORGET_SESSION);
    assertThat(later.script().get(0).ack().headers())
        .containsExactly(
            new HeaderEdit("BITS-Error-Code", List.of()),
            new HeaderEdit("X-Session", List.of("${session-lower}")));
    List<Legal> legal = later.expectations().get(0).anyOf();
    Chosen sessions = new Chosen(Set.of(RequestKind.CREATE_SESSION), null, 1, EVER, false);
    Trigger opened = first(RequestKind.CREATE_SESSION);
    assertThat(legal.get(0).conditions())
        .containsExactly(
            new CountIs(sessions, 2, 4),
            new CountIs(new Chosen(Set.of(RequestKind.FRAGMENT), opened, 1, EVER, false), 0, 9),
            new CountIs(new Chosen(Set.of(), opened, 1, EVER, false), 12, 12));
    assertThat(legal.get(0).because()).isEqualTo("MC-BUP 3.1.5.2.5");
    assertThat(legal.get(1).tolerated()).isTrue();
    assertThat(legal.get(1).profiles()).containsExactly(Profile.WIN32);
    assertThat(legal.get(1).conditions())
        .containsExactly(new OutcomeIs(Set.of(Outcome.FAILED, Outcome.NONE)));
  }

  @Test
  void allFaultsOfTheWire() throws IOException {
    List<Deviation> script = read("wire.yaml").get(0).script();

    assertThat(script)
        .extracting(Deviation::wire)
        .containsExactly(
            new WireFault(WireFault.Kind.DELAY, 0, 300, null),
            new WireFault(WireFault.Kind.SLOW, 0, 5, null),
            new WireFault(WireFault.Kind.RESET, 0, 0, null),
            new WireFault(WireFault.Kind.RESET_IN_BODY, 100, 0, null),
            new WireFault(WireFault.Kind.CLOSE, 0, 0, null),
            new WireFault(WireFault.Kind.CUT, 20, 0, null),
            new WireFault(WireFault.Kind.CUT_BODY, 20, 0, null),
            new WireFault(WireFault.Kind.SILENCE, 0, 0, null),
            new WireFault(WireFault.Kind.STOP_READING, 64 << 10, 0, null),
            new WireFault(WireFault.Kind.GARBAGE, 0, 0, "hello"),
            new WireFault(WireFault.Kind.CLOSE_AFTER, 0, 0, null),
            new WireFault(WireFault.Kind.DROP_AFTER, 0, 0, null),
            WireFault.NONE,
            WireFault.NONE);
    assertThat(script.subList(11, 14))
        .extracting(Deviation::event)
        .containsExactly(
            new ServerEvent(ServerEvent.Kind.HOLD, 10),
            new ServerEvent(ServerEvent.Kind.CHANGE_FILE, 0),
            new ServerEvent(ServerEvent.Kind.GROW_FILE, 10));
    assertThat(script)
        .extracting(Deviation::on)
        .contains(
            fragments(6, 8),
            new Trigger(Set.of(RequestKind.FRAGMENT), 1, EVER, true, Host.ANY),
            first(RequestKind.GET, RequestKind.HEAD),
            new Trigger(Set.of(), 20, EVER, false, Host.ANY),
            new Trigger(Set.of(RequestKind.HEAD), 2, 2, false, Host.ANY));
  }

  @Test
  void allPartsOfAnAnswer() throws IOException {
    List<Deviation> script = read("wire.yaml").get(0).script();

    assertThat(script.get(3).ack().takes()).isFalse();
    assertThat(script.get(4).ack().takes()).isFalse();
    assertThat(script.get(6).ack())
        .isEqualTo(
            new AckEdit(
                500,
                "Oops",
                -1,
                0x80070057L,
                7,
                List.of(),
                "no, ${20 blanks}",
                "text/plain",
                "HTTP/1.0",
                null));
  }

  @Test
  void whatIsSaidOfTheEnd() throws IOException {
    assertThat(clauses(read("wire.yaml").get(0), 0))
        .containsExactly(
            new ReportIs(500, 0x80070057L, 7, "transport"),
            new GapIs(
                first(RequestKind.CLOSE_SESSION), Duration.ofSeconds(1), Duration.ofMinutes(1)),
            new OneAtATime());
  }

  @Test
  void settingsAndTheCaller() throws IOException {
    ClientScenario scenario = read("caller.yaml").get(0);

    assertThat(scenario.client())
        .isEqualTo(
            new ClientSettings(0, false, true, 1000, 2000, 50, "a b.bin", "a%20b.bin?ACCOUNT=7"));
    ServerSettings server = scenario.server();
    assertThat(server.reply().name()).isEqualTo("reply");
    assertThat(server.reply().bytes()).asString().isEqualTo("thanks");
    assertThat(server.replyUrl()).isEqualTo(ServerSettings.ReplyUrl.WINDOWS);
    assertThat(server.hostId()).isEqualTo(ServerSettings.HostId.NAME);
    assertThat(server.fallback()).isEqualTo(Duration.ofSeconds(1));
    assertThat(server.authentication()).isTrue();
    assertThat(server.sessionId()).isEqualTo("session-0001-abc");
    assertThat(scenario.needs())
        .as("written and implied")
        .containsExactlyInAnyOrder(
            "report",
            "credentials",
            "timeouts",
            "retry",
            "reply",
            "host-id",
            "pause",
            "resume",
            "cancel");
    assertThat(scenario.caller())
        .extracting(CallerAct::kind, CallerAct::when, CallerAct::credentials)
        .containsExactly(
            tuple(CallerAct.Kind.PAUSE, fragments(2, 2), false),
            tuple(CallerAct.Kind.RESUME, null, true),
            tuple(
                CallerAct.Kind.CANCEL,
                new Trigger(Set.of(RequestKind.FRAGMENT), 1, 1, true, Host.ORIGINAL),
                false),
            tuple(CallerAct.Kind.CANCEL, null, false));
  }

  @Test
  void whatIsSaidOfRequests() throws IOException {
    List<Clause> clauses = clauses(read("caller.yaml").get(0), 0);
    Chosen the =
        new Chosen(
            Set.of(RequestKind.FRAGMENT),
            first(RequestKind.CREATE_SESSION),
            2,
            EVER,
            true,
            false,
            Host.ALTERNATE);
    Chosen every = new Chosen(Set.of(RequestKind.PING, RequestKind.HEAD), null, 1, EVER, false);
    Chosen each =
        new Chosen(
            Set.of(RequestKind.FRAGMENT),
            new Trigger(Set.of(RequestKind.FRAGMENT), 1, 1, true, Host.ANY),
            1,
            EVER,
            false);

    assertThat(clauses.get(0).describe()).isEqualTo("the requests any* cancel-session");
    assertThat(clauses)
        .contains(
            new RequestIs(the, new SentTo(Host.ALTERNATE)),
            new RequestIs(every, new HeaderIs("Host", new HeaderTest.Present())),
            new RequestIs(every, Form.METHOD),
            new RequestIs(every, Form.VERSION),
            new RequestIs(each, new StartsAt(0)),
            new RequestIs(each, new Carries(1, 100)),
            new RequestIs(each, new SmallerThanBefore()),
            new UploadedIs(false),
            new ReplyIs(ReplyIs.Reply.ABSENT),
            new OutcomeIs(Set.of(Outcome.CANCELLED)))
        .hasSize(12);
    assertThat(the.among())
        .isEqualTo(new Trigger(Set.of(RequestKind.FRAGMENT), 2, EVER, false, Host.ALTERNATE));
  }

  @Test
  void rules() throws IOException {
    String text = text("rules.yaml");
    List<ClientRule> rules =
        new ClientRuleReader(LIBRARY.catalogue()).read(new Source("rules.yaml", text), text);

    assertThat(rules)
        .extracting(ClientRule::name, ClientRule::unlessTagged)
        .containsExactly(tuple("upload-method", "http-alone"), tuple("one-after-the-other", null));
    assertThat(rules.get(1).expectation().anyOf().get(0).conditions())
        .containsExactly(new OneAtATime());
    assertThat(Schemas.errors(Schemas.FOLDER.resolve("schema/client-rules.schema.json"), text))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules: {a: {title: ' ', expect: {BITS-HTTP-CONN-003: {one-at-a-time: true}}}}",
        "rules: {a: {title: b, expect: {}}}",
        "rules: {a: {title: b, when: {}, expect: {BITS-HTTP-CONN-003: {one-at-a-time: true}}}}",
        "rules: {a: {title: b, expect: {BITS-SRV-ACK-001: {one-at-a-time: true}}}}",
        "rules: {a: {title: b, expect: {BITS-CLI-CLOSE-001: {outcome: success},"
            + " BITS-CLI-CLOSE-002: {outcome: success}}}}",
        "rules: {}\nmore: 1"
      })
  void wrongRules(String text) {
    assertThatThrownBy(
            () -> new ClientRuleReader(LIBRARY.catalogue()).read(new Source("r.yaml", text), text))
        .isInstanceOf(YamlException.class)
        .hasMessageStartingWith("r.yaml:");
  }

  /** Scenarios test servers, clients or applications, and no other role of the protocol. */
  @Test
  void roles() throws IOException {
    assertThat(LIBRARY.read(List.of(FOLDER.resolve("resync.yaml"), FOLDER.resolve("wire.yaml"))))
        .hasSize(4)
        .allMatch(ClientScenario.class::isInstance);
    String text = "topic: a\nrole: backend-client\nscenarios: {}\n";
    assertThatThrownBy(
            () -> new ScenarioReader(LIBRARY.catalogue()).read(new Source("a.yaml", text), text))
        .isInstanceOf(YamlException.class)
        .hasMessageContaining(
            "a.yaml:2:7: scenarios test one of 'application', 'client', 'server'; there are none for");
  }
}
