package org.bitstck.scenario.application;

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

/** Reads the scenarios that test a server application. */
public final class ApplicationScenarioReader implements RoleReader {
  private final ExpectReader expects;

  public ApplicationScenarioReader(Catalogue catalogue) {
    this.expects = new ExpectReader(catalogue, new ApplicationClauseReader());
  }

  @Override
  public Set<String> filledWhilePlayed() {
    return Set.of("headers");
  }

  @Override
  public Set<String> variables() {
    return ApplicationVariables.NAMES;
  }

  @Override
  public boolean fills(String variable) {
    return ApplicationVariables.isKnown(variable);
  }

  @Override
  public ApplicationScenario read(ScenarioHead head, YamlValue key, YamlMapping words) {
    for (YamlValue need : words.take("needs").map(YamlValue::oneOrMany).orElse(List.of())) {
      if (!ApplicationWords.NEEDS.contains(need.text())) {
        throw ApplicationStepReader.undeclarable(need, ApplicationWords.NEEDS);
      }
    }
    Map<String, FileSpec> files = files(words);
    ApplicationStepReader reader = new ApplicationStepReader(expects, files);
    List<ApplicationStep> steps = new ArrayList<>();
    for (YamlValue item : words.require("steps").items()) {
      steps.add(reader.read(item));
    }
    words.done();
    if (steps.stream().allMatch(step -> step.expectations().isEmpty())) {
      throw key.problem("this scenario checks nothing: no step has 'expect'");
    }
    return new ApplicationScenario(
        head.topic(),
        head.name(),
        head.title(),
        head.needs(),
        head.tags(),
        files,
        List.copyOf(steps),
        Place.of(key));
  }

  private static Map<String, FileSpec> files(YamlMapping words) {
    Map<String, FileSpec> files = new LinkedHashMap<>();
    files.put(
        FileSpec.MAIN,
        words
            .take(FileSpec.MAIN)
            .map(v -> FileSpecReader.fixed(FileSpec.MAIN, v))
            .orElse(FileSpecReader.usual()));
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
                                e.key().text(), FileSpecReader.fixed(e.key().text(), e.value()))));
    return Map.copyOf(files);
  }
}
