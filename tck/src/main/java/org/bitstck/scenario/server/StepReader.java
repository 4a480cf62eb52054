package org.bitstck.scenario.server;

import java.util.List;
import java.util.Map;
import org.bitstck.scenario.Amount;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.FileSpec;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the steps of a server scenario: what each does, and which reader knows its words. */
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

  private final RequestStepReader requests;
  private final LookReader looks;

  StepReader(ExpectReader expects, Map<String, FileSpec> files) {
    this.requests = new RequestStepReader(expects, files);
    this.looks = new LookReader(expects);
  }

  /** The steps of one item of the list: one, but for {@code upload}. */
  List<Step> read(YamlValue value) {
    if (value.isScalar()) {
      return steps(new StepWords(value, null, null));
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
    List<Step> steps = steps(new StepWords(words.key(action), words.require(action), words));
    words.done();
    return steps;
  }

  private static String near(String word) {
    return Nearest.to(word, ACTIONS).map(w -> "; did you mean '" + w + "'?").orElse("");
  }

  private List<Step> steps(StepWords step) {
    return switch (step.action()) {
      case "upload" -> requests.upload(step);
      case "ping", "create-session", "fragment", "close-session", "cancel-session" ->
          List.of(requests.packet(step));
      case "packet" -> List.of(requests.otherPacket(step));
      case "http" -> List.of(requests.http(step));
      case "wire" -> List.of(requests.wire(step));
      case "stored" -> List.of(looks.stored(step));
      case "notified" -> List.of(looks.notified(step));
      case "application" -> List.of(application(step));
      case "pause" -> List.of(new Step.Pause(step.at(), millis(step.needed())));
      case "hook" ->
          List.of(new Step.RunHook(step.at(), ConditionReader.one(step.needed(), Hook.class)));
      case "restart" -> {
        step.none();
        yield List.of(new Step.Restart(step.at()));
      }
      default ->
          throw step.key()
              .problem(
                  "unknown step '"
                      + step.action()
                      + "'"
                      + Nearest.to(step.action(), ACTIONS)
                          .map(near -> "; did you mean '" + near + "'?")
                          .orElse("; there are " + String.join(", ", ACTIONS)));
    };
  }

  /** Settings that are times are in seconds. */
  private static Amount millis(YamlValue value) {
    return Amount.read(value, text -> Quantity.duration(text).toMillis(), 1000);
  }

  private static Step application(StepWords step) {
    YamlValue value = step.needed();
    return switch (value.text()) {
      case "down" -> new Step.Application(step.at(), false);
      case "up" -> new Step.Application(step.at(), true);
      default -> throw value.problem("the application goes 'down', or 'up' again");
    };
  }
}
