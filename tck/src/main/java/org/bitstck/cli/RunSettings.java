package org.bitstck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.Selection;
import org.bitstck.engine.Shard;
import org.bitstck.play.Limits;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.yaml.Quantity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what is played and how. */
final class RunSettings {
  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      completionCandidates = Candidates.Profiles.class,
      description = "interop (default), strict or win32",
      converter = ProfileConverter.class)
  Profile profile = Profile.INTEROP;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      split = ",",
      description = "play only these: scenario ids, topics, requirement ids, tags; * for any text")
  List<String> only = List.of();

  @Option(names = "--skip", paramLabel = "PATTERN", split = ",", description = "do not play these")
  List<String> skip = List.of();

  @Option(
      names = "--scenarios",
      paramLabel = "FILE",
      description = "play the scenarios of these files instead of the kit's own")
  List<Path> scenarioFiles = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "scenarios that work at once (default: 4)")
  int jobs = 4;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long to wait for an answer (default: 5s)",
      converter = DurationConverter.class)
  Duration timeout = Limits.DEFAULT.answer();

  @Option(names = "--repeat", paramLabel = "N", description = "play the suite so often")
  int repeat = 1;

  @Option(
      names = "--shuffle",
      paramLabel = "SEED",
      arity = "0..1",
      fallbackValue = "0",
      description = "play in another order; 0 or none chooses a seed and prints it")
  Long shuffle;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "play the Ith of N parts, the others elsewhere; 'bits-tck report merge' joins the reports",
      converter = ShardConverter.class)
  Shard shard;

  Selection selection() {
    return new Selection(only, skip, shard, scenarioFiles.isEmpty());
  }

  Limits limits() {
    return Limits.DEFAULT.withAnswer(timeout);
  }

  RunOptions options() {
    return new RunOptions(profile, selection(), jobs, limits());
  }

  /**
   * The scenarios for a kind of subject, the kit's own or those of the files.
   *
   * @param all also those that are not selected, for somebody who has to know them
   * @throws UserError if they are for another kind, or none is selected
   */
  List<Scenario> scenarios(Library library, Role role, boolean all) {
    for (Path file : scenarioFiles) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserError("there is no scenario file to read at '" + file + "'");
      }
    }
    List<Scenario> scenarios;
    try {
      scenarios = scenarioFiles.isEmpty() ? own(library, role, all) : library.read(scenarioFiles);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Scenario scenario : scenarios) {
      Role meant = roleOf(scenario);
      if (meant != role) {
        throw new UserError(
            scenario.at()
                + ": '"
                + scenario.id()
                + "' is a scenario for a "
                + meant.text()
                + ": play it with 'bits-tck "
                + meant.peer()
                + " --scenarios …'");
      }
    }
    boolean own = scenarioFiles.isEmpty();
    PatternCheck patterns =
        new PatternCheck(
            library, Peer.of(role), scenarios, () -> own ? library.scenarios(role) : scenarios);
    patterns.check("--only", only);
    if (only.isEmpty()) {
      // otherwise not all have been read that it could mean
      patterns.check("--skip", skip);
    }
    if (scenarios.stream().noneMatch(selection()::takes)) {
      throw new UserError("--skip leaves none of the scenarios that --only takes");
    }
    return scenarios;
  }

  /** Reading is most of what a start costs: what cannot be selected is not read. */
  private List<Scenario> own(Library library, Role role, boolean all) {
    Selection selection = selection();
    return all || shard != null
        ? library.scenarios(role)
        : library.scenarios(role, selection::mayTake);
  }

  private static Role roleOf(Scenario scenario) {
    if (scenario instanceof ApplicationScenario) {
      return Role.SERVER_APPLICATION;
    }
    return scenario instanceof ClientScenario ? Role.CLIENT : Role.SERVER;
  }

  /** The options that say what is played, as they stand on a command line. */
  String again() {
    StringBuilder options = new StringBuilder();
    if (profile != Profile.INTEROP) {
      options.append(" --profile ").append(profile.text());
    }
    scenarioFiles.forEach(file -> options.append(" --scenarios ").append(file));
    return options.toString();
  }

  void check() {
    if (jobs < 1 || repeat < 1) {
      throw new UserError("--jobs and --repeat need a number from 1 on");
    }
    if (timeout.isZero()) {
      throw new UserError("--timeout must be longer than nothing");
    }
  }

  /** Reads a profile's name. */
  static final class ProfileConverter implements ITypeConverter<Profile> {
    @Override
    public Profile convert(String value) {
      try {
        return Profile.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads {@code 2/8}. */
  static final class ShardConverter implements ITypeConverter<Shard> {
    @Override
    public Shard convert(String value) {
      try {
        return Shard.of(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads a duration; a bare number is seconds. */
  static final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return Quantity.duration(value.matches("\\d+") ? value + " s" : value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
