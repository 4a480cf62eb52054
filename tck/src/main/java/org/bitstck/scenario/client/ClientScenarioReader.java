package org.bitstck.scenario.client;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.FileSpecReader;
import org.bitstck.scenario.RoleReader;
import org.bitstck.scenario.ScenarioHead;
import org.bitstck.scenario.Variables;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the scenarios that test a client. */
public final class ClientScenarioReader implements RoleReader {
  private final ExpectReader expects;

  public ClientScenarioReader(Catalogue catalogue) {
    this.expects = new ExpectReader(catalogue, new ClientClauseReader());
  }

  @Override
  public Set<String> filledWhilePlayed() {
    return Set.of("headers", "body");
  }

  /** A client's scenario has one destination. */
  @Override
  public boolean fills(String variable) {
    return Variables.isKnown(variable)
        && !variable.equals(Variables.APPLICATION)
        && !variable.equals(Variables.APPLICATION_PATH)
        && !Variables.NAME_OF.matcher(variable).matches()
        && !Variables.DETOUR.matcher(variable).matches();
  }

  @Override
  public ClientScenario read(ScenarioHead head, YamlValue key, YamlMapping words) {
    FileSpec file =
        words
            .take(FileSpec.MAIN)
            .map(v -> FileSpecReader.fixed(FileSpec.MAIN, v))
            .orElse(FileSpecReader.usual());
    ClientSettings client =
        words.take("client").map(SettingsReader::client).orElse(ClientSettings.USUAL);
    ServerSettings server =
        words.take("server").map(SettingsReader::server).orElse(ServerSettings.USUAL);
    List<Deviation> script =
        words.take("script").map(v -> DeviationReader.readAll(v, head.isRow())).orElse(List.of());
    List<CallerAct> caller = words.take("caller").map(CallerReader::read).orElse(List.of());
    YamlValue expect = words.take("expect").orElse(null);
    words.done();
    if (expect == null || expect.mapping("an expectation").entries().isEmpty()) {
      throw key.problem("this scenario checks nothing: it has no 'expect'");
    }
    List<Expectation> expectations = List.copyOf(expects.read(expect));
    ClientScenario scenario =
        new ClientScenario(
            head.topic(),
            head.name(),
            head.title(),
            needs(words, head, client, server, caller),
            head.tags(),
            file,
            client,
            server,
            script,
            caller,
            expectations,
            Place.of(key));
    Consistency.check(scenario);
    return scenario;
  }

  /** What the scenario names, and what its words cannot do without. */
  private static Set<String> needs(
      YamlMapping words,
      ScenarioHead head,
      ClientSettings client,
      ServerSettings server,
      List<CallerAct> caller) {
    Set<String> needs = new TreeSet<>();
    for (YamlValue need : words.take("needs").map(YamlValue::oneOrMany).orElse(List.of())) {
      if (!Capability.words().contains(need.text())) {
        throw need.problem(
            "no client can declare '"
                + need.text()
                + "'"
                + Nearest.to(need.text(), Capability.words())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse("; there are " + String.join(", ", Capability.words())));
      }
    }
    needs.addAll(head.needs());
    addIf(needs, client.fragmentSize() > 0, Capability.FRAGMENT_SIZE);
    addIf(
        needs,
        client.credentials()
            || client.wrongCredentials()
            || caller.stream().anyMatch(CallerAct::credentials),
        Capability.CREDENTIALS);
    addIf(needs, client.answerTimeoutMs() > 0 || client.sendTimeoutMs() > 0, Capability.TIMEOUTS);
    addIf(needs, client.retryDelayMs() > 0, Capability.RETRY);
    addIf(needs, server.reply() != null, Capability.REPLY);
    addIf(needs, server.hostId() != ServerSettings.HostId.NONE, Capability.HOST_ID);
    caller.forEach(act -> needs.add(ExpectReader.word(act.kind())));
    return Collections.unmodifiableSet(needs);
  }

  private static void addIf(Set<String> needs, boolean needed, Capability capability) {
    if (needed) {
      needs.add(capability.word());
    }
  }
}
