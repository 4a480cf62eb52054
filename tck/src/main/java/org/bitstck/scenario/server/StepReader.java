package org.bitstck.scenario.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.scenario.Amount;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderReader;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.Place;
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
          "application",
          "pause",
          "restart",
          "hook");

  /** Words about the parts of a request, which a request that is written to the byte has not. */
  private static final List<String> PARTS =
      List.of(
          "file",
          "total",
          "method",
          "target",
          "http-version",
          "headers",
          "style",
          "body",
          "expect-continue");

  /** A fragment is held in memory while it is sent. */
  private static final long LARGEST_BODY = 64L << 20;

  private static final int MOST_REPEATS = 1000;

  private static final List<Class<? extends Clause>> LOOKS_AT_STORED =
      List.of(Condition.ContentIs.class, Condition.LengthIs.class);

  /** What can be said of any request, beside what is said of notifications alone. */
  private static final List<Class<? extends Clause>> LOOKS_AT_NOTIFIED =
      List.of(
          Condition.HeaderIs.class,
          Condition.VersionIs.class,
          Condition.BodyIsEmpty.class,
          Condition.ContentIs.class,
          Condition.LengthIs.class,
          NotificationClause.class);

  private static final String BODIES =
      "a body is 'none', {text: …}, {hex: …}, or bytes of a file: {range: 0-49, file: …, xor: 0xFF}";

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
    List<String> actions = ACTIONS.stream().filter(words::contains).toList();
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
      case "application" -> List.of(application(at, needed(key, argument)));
      case "pause" -> List.of(new Step.Pause(at, millis(needed(key, argument))));
      case "hook" ->
          List.of(new Step.RunHook(at, ConditionReader.one(needed(key, argument), Hook.class)));
      case "restart" -> {
        none(argument, action);
        yield List.of(new Step.Restart(at));
      }
      case "upload" -> upload(at, argument, words, files);
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

  private static void none(YamlValue argument, String action) {
    if (argument != null && !argument.isNull()) {
      throw argument.problem("'" + action + ":' takes no value; options stand below it");
    }
  }

  private Step stored(YamlValue key, YamlMapping words) {
    boolean outside =
        words != null
            && words
                .take("stored")
                .filter(v -> v.isScalar() && v.text().equals("outside"))
                .isPresent();
    List<Expectation> expectations = look(key, words, LOOKS_AT_STORED, outside);
    return new StoredStep(
        Place.of(key),
        outside,
        words.take("to").map(StepReader::destination).orElse(FileSpec.MAIN),
        words.take("as").map(StepReader::label).orElse(null),
        expectations);
  }

  private Step notified(YamlValue key, YamlMapping words) {
    List<Expectation> expectations = look(key, words, LOOKS_AT_NOTIFIED, false);
    return new NotifiedStep(
        Place.of(key),
        words.take("to").map(StepReader::destination).orElse(FileSpec.MAIN),
        expectations);
  }

  private static Step application(Place at, YamlValue value) {
    return switch (value.text()) {
      case "down" -> new Step.Application(at, false);
      case "up" -> new Step.Application(at, true);
      default -> throw value.problem("the application goes 'down', or 'up' again");
    };
  }

  private List<Expectation> look(
      YamlValue key,
      YamlMapping words,
      List<Class<? extends Clause>> meaningful,
      boolean valueTaken) {
    String action = key.text();
    if (words == null || !words.has("expect")) {
      throw key.problem("this check cannot fail: '" + action + "' needs 'expect'");
    }
    if (!valueTaken) {
      none(words.require(action), action);
    }
    List<Expectation> expectations = expects.read(words.require("expect"));
    for (Expectation expectation : expectations) {
      for (Clause condition : conditions(expectation)) {
        if (meaningful.stream().noneMatch(kind -> kind.isInstance(condition))) {
          throw expectation
              .at()
              .problem("'" + action + "' cannot tell anything of: " + condition.describe());
        }
      }
    }
    return expectations;
  }

  private static List<Clause> conditions(Expectation expectation) {
    return expectation.anyOf().stream().flatMap(legal -> legal.conditions().stream()).toList();
  }

  /** The label of a destination: any text, since it becomes a part of the file's name. */
  private static String destination(YamlValue value) {
    if (value.text().isBlank()) {
      throw value.problem("a name for the destination is wanted here");
    }
    return value.text();
  }

  /** A name that the author gives or refers to. */
  private static String label(YamlValue value) {
    if (!value.text().matches("\\S+")) {
      throw value.problem("a name without blanks is wanted here");
    }
    return value.text();
  }

  /** A whole upload as set-up: three packets in a session of their own. */
  private List<Step> upload(
      Place at, YamlValue argument, YamlMapping words, Map<String, FileSpec> files) {
    String session = "upload " + ++uploads;
    String file =
        argument == null || argument.isNull()
            ? FileSpec.MAIN
            : ConditionReader.known(argument, files.keySet());
    Optional<YamlValue> to = words == null ? Optional.empty() : words.take("to");
    Optional<YamlValue> as = words == null ? Optional.empty() : words.take("as");
    List<Step> steps = new ArrayList<>();
    for (PacketKind kind :
        List.of(PacketKind.CREATE_SESSION, PacketKind.FRAGMENT, PacketKind.CLOSE_SESSION)) {
      RequestStepBuilder step = new RequestStepBuilder(at, Optional.of(kind));
      step.session = session;
      step.file = file;
      step.destination = to.map(StepReader::destination).orElse(FileSpec.MAIN);
      step.directory = as.map(StepReader::label).orElse(null);
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
    } else {
      none(argument, kind.word());
    }
    options(step, words, files);
    checkSize(step, argument, files);
    return step.build();
  }

  /** A request whose bytes cannot be made would be the kit's failure and not the server's. */
  private static void checkSize(
      RequestStepBuilder step, YamlValue at, Map<String, FileSpec> files) {
    FileSpec file = files.get(step.file);
    if (step.range == null || step.range.isResume() || file.amount().setting() != null) {
      return;
    }
    long length = step.range.lengthIn(file.size());
    boolean ownRange =
        step.headers.stream().anyMatch(h -> h.name().equalsIgnoreCase("Content-Range"));
    if (length < 0 || (length == 0 && !ownRange)) {
      throw at.problem(
          "there is nothing to send from offset "
              + step.range.first()
              + " on: the file has "
              + file.size()
              + " bytes");
    }
    if (step.body == null && length > LARGEST_BODY) {
      throw at.problem("a fragment of " + length + " bytes is too large; 64 MiB is the limit");
    }
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
    checkSize(step, argument, files);
    return step.build();
  }

  private Step http(Place at, YamlValue argument, YamlMapping words, Map<String, FileSpec> files) {
    RequestStepBuilder step = new RequestStepBuilder(at, Optional.empty());
    step.method = argument.text();
    if (words.has("method")) {
      throw words.key("method").problem("the method stands behind 'http:'");
    }
    options(step, words, files);
    return step.build();
  }

  private Step wire(Place at, YamlValue argument, YamlMapping words, Map<String, FileSpec> files) {
    RequestStepBuilder step = new RequestStepBuilder(at, Optional.empty());
    step.wire = argument.text();
    for (String part : PARTS) {
      if (words.has(part)) {
        throw words
            .key(part)
            .problem("'" + part + "' has no effect beside 'wire': the request is sent as written");
      }
    }
    options(step, words, files);
    return step.build();
  }

  private void options(RequestStepBuilder step, YamlMapping words, Map<String, FileSpec> files) {
    if (words == null) {
      return;
    }
    words.take("file").ifPresent(v -> step.file = ConditionReader.known(v, files.keySet()));
    words.take("total").ifPresent(v -> step.total = total(step, v));
    words.take("method").ifPresent(v -> step.method = v.text());
    words.take("target").ifPresent(v -> target(step, v));
    words.take("http-version").ifPresent(v -> step.version = "HTTP/" + v.text());
    words.take("headers").ifPresent(v -> step.headers.addAll(HeaderReader.edits(v)));
    words.take("style").ifPresent(v -> step.style = ConditionReader.one(v, HeaderStyle.class));
    words.take("body").ifPresent(v -> step.body = body(v, files));
    words.take("to").ifPresent(v -> step.destination = destination(v));
    words.take("as").ifPresent(v -> step.directory = label(v));
    words.take("session").ifPresent(v -> step.session = label(v));
    words.take("on").ifPresent(v -> step.connection = label(v));
    words.take("login").ifPresent(v -> step.login = label(v));
    words.take("repeat").ifPresent(v -> step.repeat = repeats(v));
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
              step.expectations.forEach(expectation -> checkMeaningful(step, expectation));
            });
  }

  private static Amount repeats(YamlValue value) {
    return value.isMapping()
        ? Amount.read(value, Long::parseLong, 1)
        : Amount.of(value.number(1, MOST_REPEATS));
  }

  private static long total(RequestStepBuilder step, YamlValue value) {
    if (step.range == null) {
      throw value.problem("'total' is a part of Content-Range, which only a fragment has");
    }
    return value.as(Quantity::bytes);
  }

  /** A condition that nothing can fulfil would accuse every server. */
  private static void checkMeaningful(RequestStepBuilder step, Expectation expectation) {
    for (Clause condition : conditions(expectation)) {
      if (condition instanceof Condition.AnswerIs is
          && is.kind() == Condition.AnswerIs.Kind.EARLY
          && !step.expectContinue) {
        throw expectation.at().problem("'answer: early' needs 'expect-continue: true'");
      }
      if (condition instanceof NotificationClause) {
        throw expectation
            .at()
            .problem(
                "a step 'notified:' tells of notifications; this one cannot: "
                    + condition.describe());
      }
      if (condition instanceof Condition.UnchangedIs && step.kind.isPresent()) {
        throw expectation
            .at()
            .problem("'unchanged' compares answers to 'http:' requests for the same target");
      }
    }
  }

  private static void target(RequestStepBuilder step, YamlValue value) {
    if (value.text().equals("absolute")) {
      step.absolute = true;
    } else {
      step.target = value.text();
    }
  }

  private static Body body(YamlValue value, Map<String, FileSpec> files) {
    if (value.isScalar() && value.text().equals("none")) {
      return new Body.Bytes(new byte[0]);
    }
    if (!value.isMapping()) {
      throw value.problem(BODIES);
    }
    YamlMapping words = value.mapping("a body");
    Body body;
    if (words.contains("text") && words.contains("hex")) {
      throw value.problem(BODIES);
    } else if (words.has("text")) {
      body = new Body.Bytes(words.require("text").text().getBytes(StandardCharsets.ISO_8859_1));
    } else if (words.has("hex")) {
      body = new Body.Bytes(words.require("hex").as(HexFormat.of()::parseHex));
    } else {
      FragmentRange range = words.take("range").map(ConditionReader::fixedRange).orElse(null);
      String file =
          words.take("file").map(v -> ConditionReader.known(v, files.keySet())).orElse(null);
      int xor = words.take("xor").map(v -> (int) v.number(1, 0xFF)).orElse(0);
      if (range == null && file == null && xor == 0) {
        throw value.problem(BODIES);
      }
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
    if (ofBody && words.has("after")) {
      throw value.problem("a cut is 'after' bytes of the request or of its 'body', not both");
    }
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
}
