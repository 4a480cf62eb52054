package org.bitstck.scenario.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.HeaderReader;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.WireFaultReader;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what the kit answers as server application. */
final class ApplicationReader {
  /** Words about an answer, which a wire without one makes void. */
  private static final List<String> PARTS = List.of("status", "version", "headers", "body");

  private ApplicationReader() {}

  /**
   * The answers, one per notification.
   *
   * @param files names of the scenario's files
   */
  static List<ApplicationAnswer> read(YamlValue value, Set<String> files) {
    List<ApplicationAnswer> answers = new ArrayList<>();
    for (YamlValue item : value.oneOrMore()) {
      answers.add(answer(item.mapping("an answer of the application"), files));
    }
    return List.copyOf(answers);
  }

  private static ApplicationAnswer answer(YamlMapping words, Set<String> files) {
    WireFault wire = words.take("wire").map(WireFaultReader::read).orElse(WireFault.NONE);
    boolean answered = !wire.kind().isUnanswered() && !wire.kind().isNeverRead();
    if (!answered) {
      PARTS.stream()
          .filter(words::contains)
          .findFirst()
          .ifPresent(
              part -> {
                throw words
                    .key(part)
                    .problem(
                        "with 'wire: "
                            + ExpectReader.word(wire.kind())
                            + "' there is no answer; '"
                            + part
                            + "' has no effect beside it");
              });
    }
    ApplicationAnswer answer =
        new ApplicationAnswer(
            words.take("status").map(v -> (int) v.number(200, 599)).orElse(0),
            words.take("version").map(ApplicationReader::version).orElse("HTTP/1.1"),
            words.take("headers").map(HeaderReader::edits).orElse(List.of()),
            words.take("reply").map(v -> ConditionReader.known(v, files)).orElse(null),
            words.take("body").map(v -> ConditionReader.known(v, files)).orElse(null),
            wire);
    words.done();
    if (answered) {
      words.require("status");
    }
    return answer;
  }

  private static String version(YamlValue value) {
    if (!value.text().matches("HTTP/\\S+")) {
      throw value.problem("a version as in the status line is wanted here: HTTP/1.0");
    }
    return value.text();
  }
}
