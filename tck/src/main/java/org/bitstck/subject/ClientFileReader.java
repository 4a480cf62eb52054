package org.bitstck.subject;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads subject files of the role {@code client}. */
public final class ClientFileReader {
  private static final Set<String> CAUSES =
      Set.of("http", "transport", "timeout", "file", "invalid-answer");

  private final Path base;
  private final Map<String, String> variables;

  /**
   * @param base folder that relative paths start from
   * @param variables for {@code ${name}} in commands and environment
   */
  public ClientFileReader(Path base, Map<String, String> variables) {
    this.base = base;
    this.variables = Map.copyOf(variables);
  }

  /**
   * Reads one file.
   *
   * @throws org.bitstck.yaml.YamlException if it is not as the schema says
   */
  public ClientFile read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a subject file");
    String name = file.require("name").text();
    YamlValue role = file.require("role");
    if (!role.text().equals("client")) {
      throw role.problem(
          "a client is wanted here, not a '"
              + role.text()
              + "'; servers are tested with 'bits-tck server --subject'");
    }
    Set<String> capabilities = new LinkedHashSet<>();
    file.take("capabilities")
        .ifPresent(v -> v.oneOrMany().forEach(c -> capabilities.add(capability(c))));
    YamlMapping client = file.require("client").mapping("a client");
    file.done();
    Optional<YamlValue> command = client.take("command");
    Optional<YamlValue> driver = client.take("driver");
    if (command.isPresent() == driver.isPresent()) {
      throw client
          .value()
          .problem("a client has either 'command', for each upload, or 'driver', for all of them");
    }
    Optional<YamlValue> resume = client.take("resume");
    Optional<YamlValue> cancel = client.take("cancel");
    Optional<YamlValue> signals = client.take("signals");
    Optional<YamlValue> outcomes = client.take("outcomes");
    if (driver.isPresent()) {
      List.of(resume, cancel, signals, outcomes).forEach(word -> word.ifPresent(this::refuse));
    }
    Map<String, String> environment = new HashMap<>();
    client
        .take("environment")
        .ifPresent(
            v ->
                v.mapping("the environment")
                    .entries()
                    .forEach(e -> environment.put(e.key().text(), fill(e.value().text()))));
    Path folder =
        base.resolve(client.take("folder").map(YamlValue::text).orElse("")).toAbsolutePath();
    client.done();
    return new ClientFile(
        name,
        command.map(this::upload).orElse(null),
        resume.map(this::template).orElse(null),
        cancel.map(this::template).orElse(null),
        signals.map(ClientFileReader::signals).orElse(Map.of()),
        outcomes.map(ClientFileReader::endings).orElse(Map.of()),
        driver
            .map(v -> v.oneOrMore().stream().map(word -> fill(word.text())).toList())
            .orElse(List.of()),
        Set.copyOf(capabilities),
        Map.copyOf(environment),
        folder);
  }

  private void refuse(YamlValue value) {
    throw value.problem("this is for a client with a 'command'; a driver is told and tells itself");
  }

  private CommandTemplate upload(YamlValue value) {
    CommandTemplate template = template(value);
    for (String place : List.of("url", "file")) {
      if (!template.places().contains(place)) {
        throw value.problem("the command has no '{" + place + "}'");
      }
    }
    return template;
  }

  private CommandTemplate template(YamlValue value) {
    return CommandTemplate.read(value, name -> Optional.ofNullable(variables.get(name)));
  }

  private String fill(String text) {
    return YamlValue.fill(text, name -> Optional.ofNullable(variables.get(name)));
  }

  private static Map<CallerAct.Kind, String> signals(YamlValue value) {
    YamlMapping words = value.mapping("the signals");
    Map<CallerAct.Kind, String> signals = new EnumMap<>(CallerAct.Kind.class);
    words.take("pause").ifPresent(v -> signals.put(CallerAct.Kind.PAUSE, signal(v)));
    words.take("cancel").ifPresent(v -> signals.put(CallerAct.Kind.CANCEL, signal(v)));
    words.done();
    return Map.copyOf(signals);
  }

  private static String signal(YamlValue value) {
    String name = value.text().toUpperCase(Locale.ROOT).replaceFirst("^SIG", "");
    if (!name.matches("[A-Z][A-Z0-9]+")) {
      throw value.problem("the name of a signal is wanted here, like TERM, INT or USR1");
    }
    return name;
  }

  private static Map<Integer, ClientFile.Ending> endings(YamlValue value) {
    Map<Integer, ClientFile.Ending> endings = new HashMap<>();
    for (YamlMapping.Entry entry : value.mapping("the outcomes").entries()) {
      endings.put((int) entry.key().number(0, 255), ending(entry.value()));
    }
    return Map.copyOf(endings);
  }

  private static ClientFile.Ending ending(YamlValue value) {
    if (!value.isMapping()) {
      return new ClientFile.Ending(outcome(value), null);
    }
    YamlMapping words = value.mapping("an outcome");
    Outcome outcome = outcome(words.require("outcome"));
    Optional<YamlValue> cause = words.take("cause");
    words.done();
    cause
        .filter(c -> !CAUSES.contains(c.text()))
        .ifPresent(
            c -> {
              throw c.problem("unknown cause '" + c.text() + "'" + hint(c.text(), CAUSES));
            });
    return new ClientFile.Ending(outcome, cause.map(YamlValue::text).orElse(null));
  }

  private static Outcome outcome(YamlValue value) {
    Set<String> words = new LinkedHashSet<>();
    for (Outcome outcome :
        List.of(Outcome.SUCCESS, Outcome.FAILED, Outcome.PAUSED, Outcome.CANCELLED)) {
      if (outcome.word().equals(value.text())) {
        return outcome;
      }
      words.add(outcome.word());
    }
    throw value.problem("unknown outcome '" + value.text() + "'" + hint(value.text(), words));
  }

  private static String capability(YamlValue value) {
    String word = value.text();
    if (!Words.CLIENT_CAPABILITIES.containsKey(word)) {
      throw value.problem(
          "unknown capability '" + word + "'" + hint(word, Words.CLIENT_CAPABILITIES.keySet()));
    }
    return word;
  }

  private static String hint(String word, Set<String> known) {
    return Nearest.to(word, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; there are " + String.join(", ", known));
  }
}
