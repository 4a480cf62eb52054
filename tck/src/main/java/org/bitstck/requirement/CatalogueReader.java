package org.bitstck.requirement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads requirement files. */
public final class CatalogueReader {
  /**
   * Reads one file.
   *
   * @throws YamlException if it is not as the schema says
   */
  public List<Requirement> read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a requirement file");
    List<Requirement> requirements = new ArrayList<>();
    for (YamlMapping.Entry entry :
        file.require("requirements").mapping("the requirements").entries()) {
      requirements.add(requirement(entry.key().text(), entry.value().mapping("a requirement")));
    }
    file.done();
    return requirements;
  }

  private static Requirement requirement(String id, YamlMapping words) {
    Requirement requirement =
        new Requirement(
            id,
            words.require("role").as(Role::of),
            levels(words.require("level")),
            words.require("packet").text(),
            words.require("source").items().stream().map(YamlValue::text).toList(),
            words.require("statement").text(),
            words.require("testable").as(Testable::of),
            optional(words, "why-not"),
            optional(words, "needs"),
            words.require("positive").text(),
            words.require("negative").text(),
            optional(words, "note"),
            optional(words, "impact"),
            optional(words, "mistake"));
    words.take("conflicts");
    words.done();
    if ((requirement.testable() == Testable.NO) == requirement.whyNot().isEmpty()) {
      throw words
          .value()
          .problem("'why-not' says why a requirement is not testable, and stands only there");
    }
    return requirement;
  }

  private static Map<Profile, Level> levels(YamlValue value) {
    Map<Profile, Level> levels = new EnumMap<>(Profile.class);
    if (value.isMapping()) {
      YamlMapping byProfile = value.mapping("a level per profile");
      for (Profile profile : Profile.values()) {
        levels.put(profile, byProfile.require(profile.text()).as(Level::of));
      }
      byProfile.done();
    } else {
      Level level = value.as(Level::of);
      for (Profile profile : Profile.values()) {
        levels.put(profile, level);
      }
    }
    return Map.copyOf(levels);
  }

  private static String optional(YamlMapping words, String word) {
    return words.take(word).map(YamlValue::text).orElse("");
  }
}
