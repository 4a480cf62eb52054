package org.bitstck.scenario.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.FileSpecReader;
import org.bitstck.scenario.RoleReader;
import org.bitstck.scenario.ScenarioHead;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the scenarios that test a server. */
public final class ServerScenarioReader implements RoleReader {
  private final Catalogue catalogue;

  public ServerScenarioReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Set<String> filledWhilePlayed() {
    return Set.of("headers", "header", "target", "wire");
  }

  @Override
  public ServerScenario read(ScenarioHead head, YamlValue key, YamlMapping words) {
    String directory = words.take("as").map(YamlValue::text).orElse(null);
    Map<String, FileSpec> files = files(words);
    List<ApplicationAnswer> application =
        words
            .take("application")
            .map(v -> ApplicationReader.read(v, files.keySet()))
            .orElse(List.of());
    ConditionReader conditions = new ConditionReader(files.keySet());
    StepReader reader = new StepReader(new ExpectReader(catalogue, conditions), files);
    List<Step> steps = new ArrayList<>();
    for (YamlValue item : words.require("steps").items()) {
      steps.addAll(reader.read(item));
    }
    words.done();
    if (application.isEmpty()) {
      steps.stream()
          .filter(step -> step instanceof NotifiedStep || step instanceof Step.Application)
          .findFirst()
          .ifPresent(
              step -> {
                throw step.at()
                    .problem(
                        "nobody is notified: the scenario needs 'application', what the kit answers"
                            + " as server application");
              });
    }
    if (steps.stream().allMatch(step -> step.expectations().isEmpty())) {
      throw key.problem("this scenario checks nothing: no step has 'expect'");
    }
    return new ServerScenario(
        head.topic(),
        head.name(),
        head.title(),
        head.needs(),
        head.tags(),
        directory,
        files,
        application,
        List.copyOf(steps),
        Place.of(key));
  }

  private static Map<String, FileSpec> files(YamlMapping words) {
    Map<String, FileSpec> files = new LinkedHashMap<>();
    files.put(FileSpec.MAIN, FileSpecReader.main(words));
    words
        .take("files")
        .ifPresent(
            value ->
                value
                    .mapping("a file")
                    .entries()
                    .forEach(
                        e ->
                            files.put(
                                e.key().text(), FileSpecReader.read(e.key().text(), e.value()))));
    return Map.copyOf(files);
  }
}
