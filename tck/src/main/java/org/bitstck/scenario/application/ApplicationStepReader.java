package org.bitstck.scenario.application;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.HeaderReader;
import org.bitstck.scenario.application.ApplicationClause.CountIs;
import org.bitstck.scenario.application.ApplicationClause.ReplyFileIs;
import org.bitstck.scenario.application.ApplicationClause.ReplyIs;
import org.bitstck.scenario.application.ApplicationStep.Download;
import org.bitstck.scenario.application.ApplicationStep.Effects;
import org.bitstck.scenario.application.ApplicationStep.Notify;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the steps of a scenario for server applications. */
final class ApplicationStepReader {
  private static final List<String> ACTIONS = List.of("notify", "download", "effects");

  private final ExpectReader expects;
  private final Map<String, FileSpec> files;

  ApplicationStepReader(ExpectReader expects, Map<String, FileSpec> files) {
    this.expects = expects;
    this.files = files;
  }

  ApplicationStep read(YamlValue value) {
    YamlMapping words = value.mapping("a step");
    List<String> actions = ACTIONS.stream().filter(words::contains).toList();
    if (actions.size() != 1) {
      String first = words.entries().isEmpty() ? "" : words.entries().get(0).key().text();
      throw value.problem(
          actions.isEmpty()
              ? "a step needs one of: "
                  + String.join(", ", ACTIONS)
                  + Nearest.to(first, ACTIONS).map(w -> "; did you mean '" + w + "'?").orElse("")
              : "a step does one thing, this one does " + String.join(" and ", actions));
    }
    YamlValue key = words.key(actions.get(0));
    ApplicationStep step =
        switch (actions.get(0)) {
          case "notify" -> notify(key, words);
          case "download" -> download(key, words);
          default -> effects(key, words);
        };
    words.done();
    return step;
  }

  private ApplicationStep notify(YamlValue key, YamlMapping words) {
    YamlValue way = words.require("notify");
    boolean byReference =
        switch (way.text()) {
          case "by-reference" -> true;
          case "by-value" -> false;
          default -> throw way.problem("'" + way.text() + "' is none of: by-reference, by-value");
        };
    List<Expectation> expectations = expectations(words);
    for (Expectation expectation : expectations) {
      forbid(expectation, CountIs.class::isInstance, "'count' is about effects: a step 'effects:'");
      if (!byReference) {
        forbid(
            expectation, ReplyFileIs.class::isInstance, "by value there is no file of the reply");
      }
    }
    return new Notify(
        Place.of(key),
        byReference,
        upload(words),
        words.take("file").map(this::file).orElse(FileSpec.MAIN),
        words.take("as").map(ApplicationStepReader::endpoint).orElse(null),
        words.take("method").map(YamlValue::text).orElse("POST"),
        words.take("http-version").map(v -> "HTTP/" + v.text()).orElse("HTTP/1.1"),
        edits(words),
        words.take("body").map(ApplicationStepReader::body).orElse(null),
        words.take("wait").map(ApplicationStepReader::untilLimit).orElse(false),
        expectations);
  }

  private ApplicationStep download(YamlValue key, YamlMapping words) {
    YamlValue method = words.require("download");
    if (!Set.of("GET", "HEAD").contains(method.text())) {
      throw method.problem("a reply is downloaded with GET or HEAD");
    }
    List<Expectation> expectations = expectations(words);
    for (Expectation expectation : expectations) {
      forbid(expectation, CountIs.class::isInstance, "'count' is about effects: a step 'effects:'");
      forbid(
          expectation,
          clause ->
              clause instanceof ReplyFileIs
                  || (clause instanceof ReplyIs is && is.kind() == ReplyIs.Kind.AS_BEFORE),
          "'download' cannot tell anything of that");
    }
    return new Download(Place.of(key), method.text(), edits(words), expectations);
  }

  private ApplicationStep effects(YamlValue key, YamlMapping words) {
    YamlValue nothing = words.require("effects");
    if (!nothing.isNull()) {
      throw nothing.problem("'effects:' takes no value; options stand below it");
    }
    List<Expectation> expectations = expectations(words);
    if (expectations.isEmpty()) {
      throw key.problem("this check cannot fail: 'effects' needs 'expect'");
    }
    for (Expectation expectation : expectations) {
      forbid(
          expectation,
          clause -> !(clause instanceof CountIs),
          "'effects' cannot tell anything but 'count'");
    }
    return new Effects(Place.of(key), upload(words), expectations);
  }

  private List<Expectation> expectations(YamlMapping words) {
    return words.take("expect").map(expects::read).map(List::copyOf).orElse(List.of());
  }

  private static void forbid(Expectation expectation, Predicate<Clause> which, String why) {
    if (expectation.conditions().stream().anyMatch(which)) {
      throw expectation.at().problem(why);
    }
  }

  private static List<HeaderEdit> edits(YamlMapping words) {
    return words.take("headers").map(HeaderReader::edits).map(List::copyOf).orElse(List.of());
  }

  private static String upload(YamlMapping words) {
    return words
        .take("to")
        .map(
            v -> {
              if (!v.text().matches("[\\w.-]+")) {
                throw v.problem("a name of letters, digits, dots and hyphens is wanted here");
              }
              return v.text();
            })
        .orElse(FileSpec.MAIN);
  }

  private String file(YamlValue value) {
    if (!files.containsKey(value.text())) {
      throw value.problem(
          "the scenario has no file '"
              + value.text()
              + "', only "
              + String.join(", ", new TreeSet<>(files.keySet())));
    }
    return value.text();
  }

  private static String endpoint(YamlValue value) {
    if (!ApplicationWords.ENDPOINTS.containsKey(value.text())) {
      throw undeclarable(value, ApplicationWords.ENDPOINTS.keySet());
    }
    return value.text();
  }

  static YamlException undeclarable(YamlValue word, Set<String> words) {
    return word.problem(
        "no application can declare '"
            + word.text()
            + "'"
            + Nearest.to(word.text(), words)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; there are " + String.join(", ", new TreeSet<>(words))));
  }

  private static byte[] body(YamlValue value) {
    if (value.isScalar() && value.text().equals("none")) {
      return new byte[0];
    }
    String forms = "a body is 'none', {text: …} or {hex: …}";
    if (!value.isMapping()) {
      throw value.problem(forms);
    }
    YamlMapping words = value.mapping("a body");
    boolean text = words.has("text");
    if (text == words.has("hex")) {
      throw value.problem(forms);
    }
    byte[] bytes =
        text
            ? words.require("text").text().getBytes(StandardCharsets.ISO_8859_1)
            : words.require("hex").as(HexFormat.of()::parseHex);
    words.done();
    return bytes;
  }

  private static boolean untilLimit(YamlValue value) {
    if (!value.text().equals("limit")) {
      throw value.problem("the only thing to wait for is the 'limit' of time");
    }
    return true;
  }
}
