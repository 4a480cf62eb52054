package org.bitstck.scenario.server;

import java.util.ArrayList;
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
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the steps that send something: packets, other HTTP requests, requests to the byte. */
final class RequestStepReader {
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

  private final ExpectReader expects;
  private final Map<String, FileSpec> files;
  private int uploads;

  RequestStepReader(ExpectReader expects, Map<String, FileSpec> files) {
    this.expects = expects;
    this.files = files;
  }

  /** A whole upload as set-up: three packets in a session of their own. */
  List<Step> upload(StepWords words) {
    String session = "upload " + ++uploads;
    String file =
        words.hasArgument()
            ? ConditionReader.known(words.argument(), files.keySet())
            : FileSpec.MAIN;
    Optional<YamlValue> to = words.take("to");
    Optional<YamlValue> as = words.take("as");
    List<Step> steps = new ArrayList<>();
    for (PacketKind kind :
        List.of(PacketKind.CREATE_SESSION, PacketKind.FRAGMENT, PacketKind.CLOSE_SESSION)) {
      RequestStepBuilder step = new RequestStepBuilder(words.at(), Optional.of(kind));
      step.session = session;
      step.file = file;
      step.destination = to.map(StepWords::destination).orElse(FileSpec.MAIN);
      step.directory = as.map(StepWords::label).orElse(null);
      step.range = kind == PacketKind.FRAGMENT ? FragmentRange.ALL : null;
      steps.add(step.build());
    }
    return steps;
  }

  /** A packet of the protocol. */
  Step packet(StepWords words) {
    PacketKind kind = PacketKind.of(words.action()).orElseThrow();
    RequestStepBuilder step = new RequestStepBuilder(words.at(), Optional.of(kind));
    if (kind == PacketKind.FRAGMENT) {
      step.range = words.needed().as(FragmentRange::of);
    } else {
      words.none();
    }
    options(step, words);
    checkSize(step, words.argument());
    return step.build();
  }

  /** A packet whose type is written as the author likes. */
  Step otherPacket(StepWords words) {
    YamlValue type = words.needed();
    RequestStepBuilder step = new RequestStepBuilder(words.at(), PacketKind.of(type.text()));
    step.type = type.text();
    if (step.kind.filter(kind -> kind == PacketKind.FRAGMENT).isPresent()) {
      step.range = words.take("range").map(v -> v.as(FragmentRange::of)).orElse(FragmentRange.ALL);
    }
    options(step, words);
    checkSize(step, type);
    return step.build();
  }

  /** A request of any method that is no packet. */
  Step http(StepWords words) {
    RequestStepBuilder step = new RequestStepBuilder(words.at(), Optional.empty());
    step.method = words.needed().text();
    if (words.has("method")) {
      throw words.words().key("method").problem("the method stands behind 'http:'");
    }
    options(step, words);
    return step.build();
  }

  /** A request that is written to the byte. */
  Step wire(StepWords words) {
    RequestStepBuilder step = new RequestStepBuilder(words.at(), Optional.empty());
    step.wire = words.needed().text();
    for (String part : PARTS) {
      if (words.has(part)) {
        throw words
            .words()
            .key(part)
            .problem("'" + part + "' has no effect beside 'wire': the request is sent as written");
      }
    }
    options(step, words);
    return step.build();
  }

  private void options(RequestStepBuilder step, StepWords words) {
    words.take("file").ifPresent(v -> step.file = ConditionReader.known(v, files.keySet()));
    words.take("total").ifPresent(v -> step.total = total(step, v));
    words.take("method").ifPresent(v -> step.method = v.text());
    words.take("target").ifPresent(v -> target(step, v));
    words.take("http-version").ifPresent(v -> step.version = "HTTP/" + v.text());
    words.take("headers").ifPresent(v -> step.headers.addAll(HeaderReader.edits(v)));
    words.take("style").ifPresent(v -> step.style = ConditionReader.one(v, HeaderStyle.class));
    words.take("body").ifPresent(v -> step.body = BodyReader.read(v, files.keySet()));
    words.take("to").ifPresent(v -> step.destination = StepWords.destination(v));
    words.take("as").ifPresent(v -> step.directory = StepWords.label(v));
    words.take("session").ifPresent(v -> step.session = StepWords.label(v));
    words.take("on").ifPresent(v -> step.connection = StepWords.label(v));
    words.take("login").ifPresent(v -> step.login = StepWords.label(v));
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

  /** A request whose bytes cannot be made would be the kit's failure and not the server's. */
  private void checkSize(RequestStepBuilder step, YamlValue at) {
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
    for (Clause condition : expectation.conditions()) {
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
