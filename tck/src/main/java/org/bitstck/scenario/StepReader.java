package org.bitstck.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the steps of a server scenario. */
final class StepReader {
  private static final List<String> ACTIONS =
      List.of(
          "ping",
          "create-session",
          "fragment",
          "close-session",
          "cancel-session",
          "packet",
          "http",
          "wire",
          "upload",
          "stored",
          "notified",
          "pause",
          "restart");

  private final ExpectReader expects;
  private int uploads;

  StepReader(ExpectReader expects) {
    this.expects = expects;
  }

  /** The steps of one item of the list: one, but for {@code upload}. */
  List<Step> read(YamlValue value, Map<String, FileSpec> files) {
    if (value.isScalar()) {
      return steps(value, value.text(), null, null, files);
    }
    YamlMapping words = value.mapping("a step");
    List<String> actions = ACTIONS.stream().filter(words::has).toList();
    if (actions.size() != 1) {
      String first = words.entries().isEmpty() ? "" : words.entries().get(0).key().text();
      throw value.problem(
          actions.isEmpty()
              ? "a step needs one of: " + String.join(", ", ACTIONS) + near(first)
              : "a step does one thing, this one does " + String.join(" and ", actions));
    }
    String action = actions.get(0);
    List<Step> steps = steps(words.key(action), action, words.require(action), words, files);
    words.done();
    return steps;
  }

  private static String near(String word) {
    return Nearest.to(word, ACTIONS).map(w -> "; did you mean '" + w + "'?").orElse("");
  }

  private List<Step> steps(
      YamlValue key,
      String action,
      YamlValue argument,
      YamlMapping words,
      Map<String, FileSpec> files) {
    Place at = Place.of(key);
    return switch (action) {
      case "stored" -> List.of(stored(key, words));
      case "notified" -> List.of(notified(key, words));
      case "pause" -> List.of(new Step.Pause(at, millis(needed(key, argument))));
      case "restart" -> List.of(new Step.Restart(at));
      case "upload" -> upload(at, argument, words);
      case "ping", "create-session", "fragment", "close-session", "cancel-session" ->
          List.of(packet(key, kindOf(action), argument, words, files));
      case "packet" -> List.of(otherPacket(at, needed(key, argument), words, files));
      case "http" -> List.of(http(at, needed(key, argument), words, files));
      case "wire" -> List.of(wire(at, needed(key, argument), words, files));
      default ->
          throw key.problem(
              "unknown step '"
                  + action
                  + "'"
                  + Nearest.to(action, ACTIONS)
                      .map(near -> "; did you mean '" + near + "'?")
                      .orElse("; there are " + String.join(", ", ACTIONS)));
    };
  }

  /** Settings that are times are in seconds. */
  private static Amount millis(YamlValue value) {
    return Amount.read(value, text -> Quantity.duration(text).toMillis(), 1000);
  }

  private static PacketKind kindOf(String action) {
    return PacketKind.of(action).orElseThrow();
  }

  private static YamlValue needed(YamlValue key, YamlValue argument) {
    if (argument == null || argument.isNull()) {
      throw key.problem("'" + key.text() + "' needs a value behind the colon");
    }
    return argument;
  }

  private Step stored(YamlValue key, YamlMapping words) {
    List<Expectation> expectations = look(key, words);
    return new StoredStep(
        Place.of(key),
        words.take("to").map(YamlValue::text).orElse(FileSpec.MAIN),
        words.take("as").map(YamlValue::text).orElse(null),
        expectations);
  }

  private Step notified(YamlValue key, YamlMapping words) {
    List<Expectation> expectations = look(key, words);
    return new NotifiedStep(
        Place.of(key), words.take("to").map(YamlValue::text).orElse(FileSpec.MAIN), expectations);
  }

  private List<Expectation> look(YamlValue key, YamlMapping words) {
    if (words == null || !words.has("expect")) {
      throw key.problem("this check cannot fail: '" + key.text() + "' needs 'expect'");
    }
    return expects.read(words.require("expect"));
  }

  /** A whole upload as set-up: three packets in a session of their own. */
  private List<Step> upload(Place at, YamlValue argument, YamlMapping words) {
    String session = "upload " + ++uploads;
    String file = argument == null || argument.isNull() ? FileSpec.MAIN : argument.text();
    Optional<YamlValue> to = words == null ? Optional.empty() : words.take("to");
    Optional<YamlValue> as = words == null ? Optional.empty() : words.take("as");
    List<Step> steps = new ArrayList<>();
    for (PacketKind kind :
        List.of(PacketKind.CREATE_SESSION, PacketKind.FRAGMENT, PacketKind.CLOSE_SESSION)) {
      RequestStepBuilder step = new RequestStepBuilder(at, Optional.of(kind));
      step.session = session;
      step.file = file;
      step.destination = to.map(YamlValue::text).orElse(FileSpec.MAIN);
      step.directory = as.map(YamlValue::text).orElse(null);
      step.range = kind == PacketKind.FRAGMENT ? FragmentRange.ALL : null;
      steps.add(step.build());
    }
    return steps;
  }

  private Step packet(
      YamlValue key,
      PacketKind kind,
      YamlValue argument,
      YamlMapping words,
      Map<String, FileSpec> files) {
    RequestStepBuilder step = new RequestStepBuilder(Place.of(key), Optional.of(kind));
    if (kind == PacketKind.FRAGMENT) {
      step.range = needed(key, argument).as(FragmentRange::of);
    } else if (argument != null && !argument.isNull()) {
      throw argument.problem("'" + kind.word() + ":' takes no value; options stand below it");
    }
    options(step, words, files);
    return step.build();
  }

  private Step otherPacket(
      Place at, YamlValue argument, YamlMapping words, Map<String, FileSpec> files) {
    RequestStepBuilder step = new RequestStepBuilder(at, PacketKind.of(argument.text()));
    step.type = argument.text();
    if (step.kind.filter(kind -> kind == PacketKind.FRAGMENT).isPresent()) {
      step.range =
          words.take("range").map(value -> value.as(FragmentRange::of)).orElse(FragmentRange.ALL);
    }
    options(step, words, files);
    return step.build();
  }

  private Step http(Place at, YamlValue argument, YamlMapping words, Map<String, FileSpec> files) {
    RequestStepBuilder step = new RequestStepBuilder(at, Optional.empty());
    step.method = argument.text();
    options(step, words, files);
    return step.build();
  }

  private Step wire(Place at, YamlValue argument, YamlMapping words, Map<String, FileSpec> files) {
    RequestStepBuilder step = new RequestStepBuilder(at, Optional.empty());
    step.wire = argument.text();
    checkVariables(argument);
    options(step, words, files);
    return step.build();
  }

  private void options(RequestStepBuilder step, YamlMapping words, Map<String, FileSpec> files) {
    if (words == null) {
      return;
    }
    words.take("file").ifPresent(v -> step.file = known(v, files));
    words.take("total").ifPresent(v -> step.total = v.as(Quantity::bytes));
    words.take("method").ifPresent(v -> step.method = v.text());
    words.take("target").ifPresent(v -> target(step, v));
    words.take("http-version").ifPresent(v -> step.version = "HTTP/" + v.text());
    words.take("headers").ifPresent(v -> step.headers.addAll(headerEdits(v)));
    words.take("style").ifPresent(v -> step.style = ConditionReader.one(v, HeaderStyle.class));
    words.take("body").ifPresent(v -> step.body = body(v, files));
    words.take("to").ifPresent(v -> step.destination = v.text());
    words.take("as").ifPresent(v -> step.directory = v.text());
    words.take("session").ifPresent(v -> step.session = v.text());
    words.take("on").ifPresent(v -> step.connection = v.text());
    words.take("login").ifPresent(v -> step.login = v.text());
    words.take("repeat").ifPresent(v -> step.repeat = Amount.read(v, Long::parseLong, 1));
    words.take("cut").ifPresent(v -> step.cut = cut(v));
    words.take("expect-continue").ifPresent(v -> step.expectContinue = v.flag());
    words.take("front-end-may-answer").ifPresent(v -> step.frontEndMayAnswer = v.flag());
    words
        .take("expect")
        .ifPresent(
            v -> {
              if (step.cut != null) {
                throw v.problem("a request that is cut gets no answer to judge");
              }
              step.expectations = expects.read(v);
            });
  }

  static String known(YamlValue value, Map<String, FileSpec> files) {
    if (!files.containsKey(value.text())) {
      throw value.problem(
          "the scenario has no file '"
              + value.text()
              + "', but "
              + String.join(", ", files.keySet()));
    }
    return value.text();
  }

  private static void target(RequestStepBuilder step, YamlValue value) {
    if (value.text().equals("absolute")) {
      step.absolute = true;
    } else {
      checkVariables(value);
      step.target = value.text();
    }
  }

  static List<HeaderEdit> headerEdits(YamlValue value) {
    List<HeaderEdit> edits = new ArrayList<>();
    for (YamlMapping.Entry entry : value.mapping("headers").entries()) {
      List<String> values = new ArrayList<>();
      if (entry.value().isSequence() || !entry.value().text().equals("absent")) {
        for (YamlValue line : entry.value().oneOrMany()) {
          checkVariables(line);
          values.add(line.text());
        }
      }
      edits.add(new HeaderEdit(entry.key().text(), values));
    }
    return edits;
  }

  private static Body body(YamlValue value, Map<String, FileSpec> files) {
    if (value.isScalar() && value.text().equals("none")) {
      return new Body.Bytes(new byte[0]);
    }
    YamlMapping words = value.mapping("a body");
    Body body;
    if (words.has("text")) {
      body = new Body.Bytes(words.require("text").text().getBytes(StandardCharsets.ISO_8859_1));
    } else if (words.has("hex")) {
      body = new Body.Bytes(words.require("hex").as(HexFormat.of()::parseHex));
    } else {
      FragmentRange range = words.take("range").map(v -> v.as(FragmentRange::of)).orElse(null);
      String file = words.take("file").map(v -> known(v, files)).orElse(null);
      int xor = words.take("xor").map(v -> (int) v.number() & 0xFF).orElse(0);
      body =
          range == null
              ? new Body.OfFile(file, -1, -1, xor)
              : new Body.OfFile(file, range.first(), range.last(), xor);
    }
    words.done();
    return body;
  }

  private static Cut cut(YamlValue value) {
    YamlMapping words = value.mapping("a cut");
    boolean ofBody = words.has("body");
    long bytes = words.require(ofBody ? "body" : "after").as(Quantity::bytes);
    boolean reset =
        words
            .take("by")
            .map(
                v ->
                    switch (v.text()) {
                      case "reset" -> true;
                      case "close" -> false;
                      default -> throw v.problem("a cut is made by 'reset' or by 'close'");
                    })
            .orElse(false);
    words.done();
    return new Cut(bytes, ofBody, reset);
  }

  private static void checkVariables(YamlValue value) {
    for (String name : YamlValue.openVariables(value.text())) {
      if (!Variables.isKnown(name)) {
        throw value.problem(
            "unknown variable '${"
                + name
                + "}'"
                + Nearest.to(name, Variables.NAMES)
                    .map(near -> "; did you mean '${" + near + "}'?")
                    .orElse(
                        "; there are "
                            + String.join(", ", Variables.NAMES.stream().sorted().toList())));
      }
    }
  }
}
