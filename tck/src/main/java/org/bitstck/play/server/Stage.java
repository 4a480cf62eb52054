package org.bitstck.play.server;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Response;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.Amount;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.subject.Subject;
import org.bitstck.yaml.YamlValue;

/** What a scenario has at hand while it is played: files, destinations, sessions. */
final class Stage {
  private final Subject subject;
  private final Traits traits;
  private final Map<String, TestFile> files = new HashMap<>();
  private final Destinations destinations;
  private final Sessions sessions = new Sessions();
  private final VariableValues variables;

  /**
   * @param run name of the run, so that no two runs meet at a destination
   * @param application host and port at which the kit is the server application; null if it is not
   */
  Stage(ServerScenario scenario, Subject subject, Traits traits, String run, String application) {
    this.subject = subject;
    this.traits = traits;
    this.destinations = new Destinations(scenario, subject, run);
    this.variables = new VariableValues(destinations, sessions, traits.protocol(), application);
    scenario
        .files()
        .values()
        .forEach(
            f -> files.put(f.name(), new TestFile(f.in(this::setting), scenario.id().hashCode())));
  }

  Traits traits() {
    return traits;
  }

  Map<String, TestFile> files() {
    return files;
  }

  TestFile file(String name) {
    return files.get(name);
  }

  Destinations destinations() {
    return destinations;
  }

  Sessions sessions() {
    return sessions;
  }

  /** A setting of the directory that the scenario runs in. */
  Optional<String> setting(String key) {
    return destinations.directory(null).setting(key);
  }

  /**
   * How long a step may take before it counts as a pause of its own: in a directory whose sessions
   * end soon, much less than that.
   */
  Duration dawdling() {
    return partOf("seconds");
  }

  /**
   * How long a step in which the application answers at once may take before it counts as one that
   * came late: in a directory that gives applications up soon, much less than that.
   */
  Duration promptness() {
    return partOf("timeout");
  }

  private Duration partOf(String limit) {
    return setting(limit)
        .map(seconds -> Duration.ofMillis((long) (Double.parseDouble(seconds) * 300)))
        .orElse(Duration.ofDays(1));
  }

  /** What a number of the scenario is in that directory. */
  long number(Amount amount) {
    return amount.in(this::setting);
  }

  /**
   * What the subject wants on each request besides the protocol.
   *
   * @param login {@code none} leaves the credentials out; null sends those of the directory
   */
  List<Header> accessHeaders(String stepDirectory, String login) {
    List<Header> headers = new ArrayList<>(subject.access().headers());
    if (!"none".equals(login)) {
      Optional.ofNullable(destinations.directory(stepDirectory).credentials())
          .or(subject.access()::login)
          .ifPresent(c -> headers.add(new Header("Authorization", c.basic())));
    }
    return headers;
  }

  /** Remembers what an answer gives for later steps. */
  void learn(RequestStep step, Response response) {
    sessions.learn(step, response, file(step.file()).size());
  }

  /** Where the reply is; empty if no URL was given, or none that can be read. */
  Optional<URI> replyUrl() {
    return variables.replyUrl();
  }

  /** Fills in the variables of a text, as they are for a step. */
  String fill(String text, RequestStep step) {
    return text.contains("${") ? YamlValue.fill(text, name -> variables.of(name, step)) : text;
  }

  /**
   * What the texts of expectations that have variables stand for now, by the text.
   *
   * @param about whose destination, directory and session are meant
   */
  Map<String, String> filled(List<Expectation> expectations, RequestStep about) {
    Map<String, String> filled = new HashMap<>();
    for (Expectation expectation : expectations) {
      for (Clause condition : expectation.conditions()) {
        condition.filled(
            text -> {
              if (text.contains("${")) {
                filled.put(text, fill(text, about));
              }
              return text;
            });
      }
    }
    return filled;
  }
}
