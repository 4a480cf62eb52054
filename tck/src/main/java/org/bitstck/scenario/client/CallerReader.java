package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.client.CallerAct.Kind;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what the client's caller does behind the start. */
final class CallerReader {
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

  private CallerReader() {}

  static List<CallerAct> read(YamlValue value) {
    List<CallerAct> acts = new ArrayList<>();
    for (YamlValue item : value.oneOrMore()) {
      acts.add(item.isMapping() ? withValue(item) : bare(item, ExpectReader.one(item, ALL)));
    }
    return List.copyOf(acts);
  }

  private static CallerAct bare(YamlValue word, Kind kind) {
    if (kind == Kind.PAUSE) {
      throw word.problem("at which request? Write for example 'pause: {fragment: 2}'");
    }
    return new CallerAct(Place.of(word), kind, null, false);
  }

  private static CallerAct withValue(YamlValue item) {
    YamlMapping words = item.mapping("an act of the caller");
    List<Kind> there = ALL.stream().filter(kind -> words.has(ExpectReader.word(kind))).toList();
    words.done();
    if (there.size() != 1) {
      throw item.problem("the caller does one thing after the other: pause, resume or cancel");
    }
    Kind kind = there.get(0);
    YamlValue key = words.key(ExpectReader.word(kind));
    YamlValue value = words.require(ExpectReader.word(kind));
    if (value.isNull()) {
      return bare(key, kind);
    }
    return kind == Kind.RESUME
        ? new CallerAct(Place.of(key), kind, null, credentials(value))
        : new CallerAct(Place.of(key), kind, TriggerReader.read(value), false);
  }

  private static boolean credentials(YamlValue value) {
    YamlMapping words = value.mapping("what is handed over with 'resume'");
    YamlValue credentials = words.require("credentials");
    words.done();
    if (!credentials.text().equals("right")) {
      throw credentials.problem("'right' credentials can be handed over with 'resume'");
    }
    return true;
  }
}
