package org.bitstck.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.requirement.Catalogue;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the scenarios that test a server. */
final class ServerScenarioReader implements RoleReader {
  private final Catalogue catalogue;

  ServerScenarioReader(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Set<String> filledWhilePlayed() {
    return Set.of("headers", "target", "wire");
  }

  @Override
  public ServerScenario read(ScenarioHead head, YamlValue key, YamlMapping words) {
    String directory = words.take("as").map(YamlValue::text).orElse(null);
    Map<String, FileSpec> files = files(words);
    List<ApplicationAnswer> application = application(words, files);
    ConditionReader conditions = new ConditionReader(files.keySet());
    StepReader reader = new StepReader(new ExpectReader(catalogue, conditions));
    List<Step> steps = new ArrayList<>();
    for (YamlValue item : words.require("steps").items()) {
      steps.addAll(reader.read(item, files));
    }
    words.done();
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

  private static List<ApplicationAnswer> application(
      YamlMapping words, Map<String, FileSpec> files) {
    List<ApplicationAnswer> answers = new ArrayList<>();
    for (YamlValue item : words.take("application").map(YamlValue::oneOrMore).orElse(List.of())) {
      YamlMapping answer = item.mapping("an answer of the application");
      answers.add(
          new ApplicationAnswer(
              (int) answer.require("status").number(100, 599),
              answer.take("headers").map(HeaderReader::edits).orElse(List.of()),
              answer
                  .take("reply")
                  .map(v -> ConditionReader.known(v, files.keySet()))
                  .orElse(null)));
      answer.done();
    }
    return List.copyOf(answers);
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
