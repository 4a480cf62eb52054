package org.bitstck.scenario.client;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.client.WireFault.Kind;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what happens on the wire. */
final class WireReader {
  static final Set<Kind> WITHOUT_VALUE =
      EnumSet.of(Kind.RESET, Kind.CLOSE, Kind.SILENCE, Kind.CLOSE_AFTER, Kind.DROP_AFTER);

  private static final Set<Kind> WITHOUT_ANSWER =
      EnumSet.of(Kind.RESET, Kind.CLOSE, Kind.SILENCE, Kind.GARBAGE);

  private static final Set<Kind> NEVER_READ = EnumSet.of(Kind.RESET_IN_BODY, Kind.STOP_READING);

  private WireReader() {}

  static WireFault read(YamlValue value) {
    if (!value.isMapping()) {
      return bare(value);
    }
    YamlMapping words = value.mapping("a fault of the wire");
    List<Kind> there =
        Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.NONE && !WITHOUT_VALUE.contains(kind))
            .filter(kind -> words.has(ExpectReader.word(kind)))
            .toList();
    words.done();
    if (there.size() != 1) {
      throw value.problem("one thing goes wrong on the wire at a time: {delay: 300 ms}");
    }
    Kind kind = there.get(0);
    YamlValue amount = words.require(ExpectReader.word(kind));
    return switch (kind) {
      case DELAY, SLOW -> new WireFault(kind, 0, millis(amount), null);
      case GARBAGE -> new WireFault(kind, 0, 0, text(amount));
      default -> new WireFault(kind, amount.as(Quantity::bytes), 0, null);
    };
  }

  private static WireFault bare(YamlValue value) {
    for (Kind kind : WITHOUT_VALUE) {
      if (ExpectReader.word(kind).equals(value.text())) {
        return new WireFault(kind, 0, 0, null);
      }
    }
    List<String> words =
        Arrays.stream(Kind.values())
            .filter(kind -> kind != Kind.NONE)
            .map(ExpectReader::word)
            .toList();
    if (words.contains(value.text())) {
      throw value.problem(
          "'" + value.text() + "' needs to know how much: {" + value.text() + ": …}");
    }
    throw value.problem(
        "'"
            + value.text()
            + "' is no fault of the wire"
            + Nearest.to(value.text(), words)
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; there are " + String.join(", ", words)));
  }

  private static long millis(YamlValue value) {
    long millis = value.as(Quantity::duration).toMillis();
    if (millis == 0) {
      throw value.problem("no time at all is no fault");
    }
    return millis;
  }

  private static String text(YamlValue value) {
    if (value.text().isEmpty()) {
      throw value.problem("what is sent instead of an answer? For nothing, write 'silence'");
    }
    return value.text();
  }

  /** Why the answer would never be seen; empty if it would. */
  static Optional<String> whyNoAck(WireFault wire, AckEdit ack) {
    String word = ExpectReader.word(wire.kind());
    boolean never = NEVER_READ.contains(wire.kind());
    Boolean meaningful = never ? Boolean.FALSE : ack.takes();
    AckEdit takesOnly =
        new AckEdit(0, null, -1, -1, -1, AckEdit.NONE.headers(), null, null, null, meaningful);
    if (ack.equals(takesOnly) || !never && !WITHOUT_ANSWER.contains(wire.kind())) {
      return Optional.empty();
    }
    return Optional.of(
        "with 'wire: "
            + word
            + (never
                ? "' the request is never read to its end, and not answered"
                : "' there is no answer; of 'ack' only 'takes' has a meaning beside it"));
  }
}
