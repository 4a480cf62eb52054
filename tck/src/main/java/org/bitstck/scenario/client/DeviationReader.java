package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.WireFaultReader;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the script: where the kit's server leaves the right way. */
final class DeviationReader {
  private DeviationReader() {}

  /**
   * All deviations, in the order of the file.
   *
   * @param row whether the scenario is a row of a table: what one row's values hide may have its
   *     turn in another
   */
  static List<Deviation> readAll(YamlValue value, boolean row) {
    List<Deviation> script = new ArrayList<>();
    for (YamlValue item : value.oneOrMore()) {
      Deviation deviation = read(item.mapping("a deviation"));
      script.stream()
          .filter(before -> !row && takesAll(before.on(), deviation.on()))
          .findFirst()
          .ifPresent(
              before -> {
                throw item.problem(
                    "this never happens: the first that fits counts, and "
                        + before.on().describe()
                        + " is line "
                        + before.at().position().line()
                        + "'s");
              });
      script.add(deviation);
    }
    return List.copyOf(script);
  }

  private static Deviation read(YamlMapping words) {
    Trigger on = TriggerReader.read(words.require("on"));
    ServerEvent event = words.take("event").map(DeviationReader::event).orElse(ServerEvent.NONE);
    AckEdit ack = words.take("ack").map(AckReader::read).orElse(AckEdit.NONE);
    WireFault wire = words.take("wire").map(WireFaultReader::read).orElse(WireFault.NONE);
    words.done();
    if (event == ServerEvent.NONE && ack == AckEdit.NONE && wire == WireFault.NONE) {
      throw words
          .value()
          .problem("the server deviates in nothing here: 'event', 'ack' or 'wire' says how");
    }
    if (ack != AckEdit.NONE) {
      NeverSeen.why(wire, ack)
          .ifPresent(
              why -> {
                throw words.key("ack").problem(why);
              });
    }
    return new Deviation(Place.of(words.value()), on, event, ack, wire);
  }

  /** Whether all requests that a trigger means are another's already. */
  private static boolean takesAll(Trigger first, Trigger second) {
    return first.kinds().equals(second.kinds())
        && first.host() == second.host()
        && first.completing() == second.completing()
        && first.from() <= second.from()
        && first.to() >= second.to();
  }

  private static ServerEvent event(YamlValue value) {
    if (value.isMapping()) {
      YamlMapping words = value.mapping("an event");
      Optional<YamlValue> hold = words.take("hold");
      Optional<YamlValue> grow = words.take("grow-file");
      words.done();
      if (hold.isPresent() == grow.isPresent()) {
        throw value.problem("an event is one thing: {hold: 100} or {grow-file: 10}");
      }
      return hold.map(v -> new ServerEvent(ServerEvent.Kind.HOLD, v.as(Quantity::bytes)))
          .orElseGet(() -> new ServerEvent(ServerEvent.Kind.GROW_FILE, growth(grow.get())));
    }
    return new ServerEvent(
        switch (value.text()) {
          case "forget-session" -> ServerEvent.Kind.FORGET_SESSION;
          case "change-file" -> ServerEvent.Kind.CHANGE_FILE;
          case "change-reply" -> ServerEvent.Kind.CHANGE_REPLY;
          default ->
              throw value.problem(
                  "'"
                      + value.text()
                      + "' is no event: forget-session, change-file, change-reply, {hold: 100},"
                      + " {grow-file: 10}");
        },
        0);
  }

  private static long growth(YamlValue value) {
    long bytes = value.as(Quantity::bytes);
    if (bytes == 0) {
      throw value.problem("a file does not grow by 0 bytes");
    }
    return bytes;
  }
}
