package org.bitstck.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.scenario.Scenario;

/**
 * Which scenarios are played: patterns over ids, topics, requirement ids and tags, {@code *} for
 * any text. A pattern without {@code *} also takes all below a topic.
 */
public final class Selection {
  private static final String FOR_CLIENTS = "client/";

  private final List<String> patterns;
  private final List<Pattern> only;
  private final List<Pattern> skip;
  private final Shard shard;
  private final boolean fromSuite;

  public Selection(List<String> only, List<String> skip) {
    this(only, skip, null, true);
  }

  /**
   * @param shard the part of what the patterns take; null for all of it
   * @param fromSuite whether they choose from the kit's own scenarios; what somebody wrote says
   *     nothing of a whole peer, however much it is
   */
  public Selection(List<String> only, List<String> skip, Shard shard, boolean fromSuite) {
    this.shard = shard;
    this.fromSuite = fromSuite;
    this.patterns = only.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    this.only = only.stream().map(Selection::pattern).toList();
    this.skip = skip.stream().map(Selection::pattern).toList();
  }

  /** True if they choose from the kit's own scenarios. */
  boolean isFromSuite() {
    return fromSuite;
  }

  /** True if the whole suite is played. */
  public boolean isWhole() {
    return fromSuite && only.isEmpty() && skip.isEmpty() && shard == null;
  }

  /** The shard; empty if there is but one machine. */
  Optional<Shard> shard() {
    return Optional.ofNullable(shard);
  }

  /**
   * Whether it can take any scenario of a topic. Such a pattern as {@code fragment/ranges/gap*} can
   * mean the ids of one topic only; one without a slash could be a tag as well.
   */
  public boolean mayTake(String topic) {
    String folder = topic.toLowerCase(Locale.ROOT) + "/";
    return only.isEmpty()
        || withoutRole(folder)
            .anyMatch(name -> patterns.stream().anyMatch(pattern -> mayMean(pattern, name)));
  }

  private static boolean mayMean(String pattern, String folder) {
    int plain = 0;
    while (plain < pattern.length() && "*[".indexOf(pattern.charAt(plain)) < 0) {
      plain++;
    }
    String start = pattern.substring(0, plain);
    return start.indexOf('/') < 0 || start.startsWith(folder) || folder.startsWith(start);
  }

  /** What a run of these scenarios is a part of; empty if there is but one machine. */
  public Optional<Share> share(List<Scenario> scenarios) {
    return shard()
        .map(
            s ->
                new Share(
                    s, (int) scenarios.stream().filter(this::takes).count(), scenarios.size()));
  }

  /** Those that are played, in the order given. */
  public List<Scenario> of(List<Scenario> scenarios) {
    List<Scenario> taken = scenarios.stream().filter(this::takes).toList();
    return shard == null ? taken : shard.of(taken);
  }

  /** Whether the patterns take a scenario, on whichever machine. */
  public boolean takes(Scenario scenario) {
    return (only.isEmpty() || matches(only, scenario)) && !matches(skip, scenario);
  }

  private static boolean matches(List<Pattern> patterns, Scenario scenario) {
    return !patterns.isEmpty()
        && names(scenario)
            .anyMatch(name -> patterns.stream().anyMatch(p -> p.matcher(name).matches()));
  }

  /** Those of the patterns that none of the scenarios answers to, as they were given. */
  public static List<String> idle(List<String> patterns, List<Scenario> scenarios) {
    return patterns.stream()
        .filter(
            pattern -> {
              List<Pattern> one = List.of(pattern(pattern));
              return scenarios.stream().noneMatch(scenario -> matches(one, scenario));
            })
        .toList();
  }

  /** What a pattern can mean a scenario by. */
  public static Stream<String> names(Scenario scenario) {
    int row = scenario.name().indexOf('[');
    String base = row < 0 ? scenario.name() : scenario.name().substring(0, row);
    return Stream.of(
            Stream.of(scenario.id(), scenario.name(), scenario.topic(), base),
            Stream.of(scenario.topic() + "/" + base),
            scenario.requirements().stream(),
            scenario.tags().stream())
        .flatMap(names -> names)
        .flatMap(Selection::withoutRole);
  }

  /** All topics for clients begin alike: {@code fragment} is enough among them. */
  private static Stream<String> withoutRole(String name) {
    return name.startsWith(FOR_CLIENTS)
        ? Stream.of(name, name.substring(FOR_CLIENTS.length()))
        : Stream.of(name);
  }

  /** Names that match one of the patterns, {@code *} for any text; all where there is none. */
  public static Predicate<String> names(List<String> patterns) {
    List<Pattern> compiled = patterns.stream().map(Selection::pattern).toList();
    return name -> compiled.isEmpty() || compiled.stream().anyMatch(p -> p.matcher(name).matches());
  }

  private static Pattern pattern(String text) {
    String regex =
        Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return Pattern.compile(regex + "(/.*)?", Pattern.CASE_INSENSITIVE);
  }
}
