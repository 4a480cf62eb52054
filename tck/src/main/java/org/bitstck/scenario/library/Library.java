package org.bitstck.scenario.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.CatalogueReader;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.client.ClientRule;
import org.bitstck.scenario.client.ClientRuleReader;
import org.bitstck.scenario.server.Rule;
import org.bitstck.scenario.server.RuleReader;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;

/** The requirements, rules and scenarios that come with the kit. */
public final class Library {
  private static final String ROOT = "scenarios/";
  private static final Pattern TOPIC = Pattern.compile("(?m)^topic:\\s*(\\S+)");

  private final Map<String, String> texts;
  private Catalogue catalogue;
  private final Map<Role, List<Rule>> rules = new EnumMap<>(Role.class);
  private List<ClientRule> clientRules;

  private Library(Map<String, String> texts) {
    this.texts = texts;
  }

  /**
   * The library on the class path.
   *
   * @throws UncheckedIOException if it cannot be read
   * @throws IllegalStateException if it is not there
   */
  public static Library bundled() {
    URL marker = Library.class.getClassLoader().getResource(ROOT + "requirements/http.yaml");
    if (marker == null) {
      throw new IllegalStateException("the scenarios are missing on the class path");
    }
    try {
      return new Library(
          marker.openConnection() instanceof JarURLConnection jar
              ? fromJar(jar)
              : fromFolder(Path.of(URI.create(marker.toString())).getParent().getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A library in a folder that is laid out as the kit's own, as a changed copy of it is: {@code
   * requirements}, {@code rules}, {@code server}, {@code client}.
   *
   * @throws IOException if it cannot be read, or holds no requirements
   */
  public static Library of(Path folder) throws IOException {
    if (!Files.isDirectory(folder.resolve("requirements"))) {
      throw new IOException("there is no folder 'requirements' in '" + folder + "'");
    }
    return new Library(fromFolder(folder));
  }

  private static Map<String, String> fromJar(JarURLConnection connection) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    connection.setUseCaches(false);
    try (var jar = connection.getJarFile()) {
      for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        if (entry.getName().startsWith(ROOT) && entry.getName().endsWith(".yaml")) {
          texts.put(
              entry.getName().substring(ROOT.length()),
              new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    }
    return texts;
  }

  private static Map<String, String> fromFolder(Path root) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file :
          (Iterable<Path>) files.filter(f -> f.toString().endsWith(".yaml"))::iterator) {
        texts.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return texts;
  }

  /** All requirements. */
  public synchronized Catalogue catalogue() {
    if (catalogue == null) {
      CatalogueReader reader = new CatalogueReader();
      List<Requirement> all = new ArrayList<>();
      forEach("requirements/", reader::read).forEach(all::addAll);
      catalogue = new Catalogue(all);
    }
    return catalogue;
  }

  /** The always-on rules for a kind of subject: {@code server}. */
  public synchronized List<Rule> rules(Role role) {
    return rules.computeIfAbsent(role, this::readRules);
  }

  private List<Rule> readRules(Role role) {
    List<Rule> all = new ArrayList<>();
    forEach("rules/" + role.text(), new RuleReader(catalogue())::read).forEach(all::addAll);
    return List.copyOf(all);
  }

  /** The always-on rules for clients. */
  public synchronized List<ClientRule> clientRules() {
    if (clientRules == null) {
      List<ClientRule> all = new ArrayList<>();
      forEach("rules/" + Role.CLIENT.text(), new ClientRuleReader(catalogue())::read)
          .forEach(all::addAll);
      clientRules = List.copyOf(all);
    }
    return clientRules;
  }

  /** All scenarios for a kind of subject, by file. */
  public List<Scenario> scenarios(Role role) {
    return scenarios(role, topic -> true);
  }

  /**
   * Scenarios for a kind of subject, by file.
   *
   * @param wanted whether a topic is; files of others are not even read
   */
  public List<Scenario> scenarios(Role role, Predicate<String> wanted) {
    ScenarioReader reader = new ScenarioReader(catalogue());
    return merge(forEach(role.peer() + "/", ROOT, text -> wanted.test(topic(text)), reader::read));
  }

  /** The topic of a file, found without reading the file. */
  private static String topic(String text) {
    Matcher topic = TOPIC.matcher(text);
    return topic.find() ? topic.group(1) : "";
  }

  /**
   * Reads scenario files of a user.
   *
   * @throws YamlException with the problems of all files
   * @throws IOException if a file cannot be read
   */
  public List<Scenario> read(List<Path> files) throws IOException {
    Map<String, String> own = new TreeMap<>();
    for (Path file : files) {
      own.put(file.toString(), Yaml.textOf(file));
    }
    return merge(
        new Library(own).forEach("", "", text -> true, new ScenarioReader(catalogue())::read));
  }

  /**
   * Checks a file of rules; one whose name begins with {@code client} is about clients.
   *
   * @throws YamlException if something is wrong with it
   * @throws IOException if it cannot be read
   */
  public void readRules(Path file) throws IOException {
    String text = Yaml.textOf(file);
    Source source = new Source(file.toString(), text);
    if (file.getFileName().toString().startsWith(Role.CLIENT.text())) {
      new ClientRuleReader(catalogue()).read(source, text);
    } else {
      new RuleReader(catalogue()).read(source, text);
    }
  }

  private static List<Scenario> merge(List<ScenarioFile> files) {
    Map<String, Scenario> byId = new HashMap<>();
    List<Scenario> all = new ArrayList<>();
    for (ScenarioFile file : files) {
      for (Scenario scenario : file.scenarios()) {
        Scenario before = byId.put(scenario.id(), scenario);
        if (before != null) {
          throw new YamlException(
              new Problem(
                  scenario.at().position(),
                  "'" + scenario.id() + "' is also the name of the scenario at " + before.at(),
                  scenario.at().excerpt()));
        }
        all.add(scenario);
      }
    }
    return all;
  }

  private <T> List<T> forEach(String prefix, BiFunction<Source, String, T> read) {
    return forEach(prefix, ROOT, text -> true, read);
  }

  private <T> List<T> forEach(
      String prefix,
      String shownBefore,
      Predicate<String> wanted,
      BiFunction<Source, String, T> read) {
    // reading is most of what a start costs, and files know nothing of each other
    List<Outcome<T>> outcomes =
        texts.entrySet().parallelStream()
            .filter(file -> file.getKey().startsWith(prefix) && wanted.test(file.getValue()))
            .map(file -> read(shownBefore + file.getKey(), file.getValue(), read))
            .toList();
    List<Problem> problems = outcomes.stream().flatMap(o -> o.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw new YamlException(problems);
    }
    return outcomes.stream().map(Outcome::value).toList();
  }

  /** What a file holds, or what is wrong with it. */
  private record Outcome<T>(T value, List<Problem> problems) {}

  private static <T> Outcome<T> read(String name, String text, BiFunction<Source, String, T> read) {
    try {
      return new Outcome<>(read.apply(new Source(name, text), text), List.of());
    } catch (YamlException e) {
      return new Outcome<>(null, e.problems());
    }
  }
}
