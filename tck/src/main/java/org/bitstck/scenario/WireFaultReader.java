package org.bitstck.scenario;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitstck.scenario.WireFault.Kind;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what happens on the wire beside an answer of the kit. */
public final class WireFaultReader {
  /** What needs no number beside it. */
  public static final Set<Kind> WITHOUT_VALUE =
      EnumSet.of(Kind.RESET, Kind.CLOSE, Kind.SILENCE, Kind.CLOSE_AFTER, Kind.DROP_AFTER);

  private WireFaultReader() {}

  /**
   * One fault: {@code reset}, or {@code {delay: 300 ms}}.
   *
   * @throws org.bitstck.yaml.YamlException if it is none, or says not how much
   */
  public static WireFault read(YamlValue value) {
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
}
