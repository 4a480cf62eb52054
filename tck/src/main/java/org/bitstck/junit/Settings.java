package org.bitstck.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.Selection;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.play.Limits;
import org.bitstck.report.KnownFailures;
import org.bitstck.report.Report;
import org.bitstck.report.Reports;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The settings of one test method, those of its class and of the command line considered.
 *
 * @param given on the method or its class, or the defaults
 * @param known empty where no list was given
 */
record Settings(ScenarioSettings given, ExtensionContext context, Optional<KnownFailures> known) {
  /** Before the names of configuration parameters and system properties. */
  static final String PREFIX = "bits-tck.";

  @ScenarioSettings
  private static final class Defaults {}

  static Settings of(ExtensionContext context) {
    ScenarioSettings given =
        AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), ScenarioSettings.class)
            .or(
                () ->
                    AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), ScenarioSettings.class))
            .orElseGet(() -> Defaults.class.getAnnotation(ScenarioSettings.class));
    String list = parameter(context, "known-failures").orElse(given.knownFailures());
    return new Settings(given, context, list.isEmpty() ? Optional.empty() : known(Path.of(list)));
  }

  private static Optional<KnownFailures> known(Path file) {
    try {
      String text = Yaml.textOf(file);
      return Optional.of(KnownFailures.read(new Source(file.toString(), text), text));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "there is no list of known failures to read at '" + file.toAbsolutePath() + "'", e);
    }
  }

  private static Optional<String> parameter(ExtensionContext context, String name) {
    return context.getConfigurationParameter(PREFIX + name);
  }

  private Optional<String> parameter(String name) {
    return parameter(context, name);
  }

  private List<String> list(String name, String[] otherwise) {
    return parameter(name).map(text -> List.of(text.split(","))).orElse(List.of(otherwise));
  }

  Profile profile() {
    return parameter("profile").map(Profile::of).orElse(given.profile());
  }

  Limits limits() {
    Duration answer = Quantity.duration(given.timeout());
    if (answer.isZero()) {
      throw new IllegalArgumentException("the timeout must be longer than nothing");
    }
    return Limits.DEFAULT.withAnswer(answer);
  }

  RunOptions options() {
    int jobs = parameter("jobs").map(Integer::valueOf).orElse(given.jobs());
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs needs a number from 1 on");
    }
    return new RunOptions(
        profile(),
        new Selection(
            list("only", given.only()),
            list("skip", given.skip()),
            null,
            given.scenarios().length == 0),
        jobs,
        limits());
  }

  /** Where the failures of the run are to be written as a list; empty if nowhere. */
  Optional<Path> writeKnownFailures() {
    return parameter("write-known-failures").map(Path::of);
  }

  /**
   * The reports of the run that are to be written; none where nobody asks.
   *
   * @throws IllegalArgumentException if there is no such report
   */
  List<Report> reports() {
    return list("report", new String[0]).stream()
        .map(
            name ->
                Reports.of(name.strip(), FindingText::again)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                PREFIX
                                    + "report: '"
                                    + name
                                    + "' is no report; there are "
                                    + String.join(", ", Reports.NAMES))))
        .toList();
  }

  /** Where they go: classes with several subjects do not write over each other's. */
  Path reportFolder() {
    Path all = Path.of(parameter("out").orElse("bits-tck-report"));
    return all.resolve(context.getRequiredTestClass().getSimpleName())
        .resolve(context.getRequiredTestMethod().getName());
  }

  /**
   * The scenarios for a kind of subject, the kit's own or those of the files.
   *
   * @throws IllegalArgumentException if none is selected
   */
  List<Scenario> scenarios(Library library, Role role) {
    List<Scenario> all;
    try {
      all =
          given.scenarios().length == 0
              ? library.scenarios(role)
              : library.read(Stream.of(given.scenarios()).map(Path::of).toList());
    } catch (IOException e) {
      throw new IllegalArgumentException("scenarios cannot be read: " + e, e);
    }
    if (all.stream().noneMatch(options().selection()::takes)) {
      throw new IllegalArgumentException(
          "no scenario matches the selection; 'bits-tck list' shows what there is");
    }
    return all;
  }

  boolean isFailure(Finding finding) {
    return finding.verdict().isBad() || (given.warningsFail() && finding.verdict() == Verdict.WARN);
  }

  boolean isKnown(Finding finding) {
    return known.isPresent() && known.get().holds(finding);
  }
}
