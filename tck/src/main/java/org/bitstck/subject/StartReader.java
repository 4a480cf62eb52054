package org.bitstck.subject;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads how the kit starts a subject. */
final class StartReader {
  private final Path base;

  /**
   * @param base folder that relative paths start from
   */
  StartReader(Path base) {
    this.base = base;
  }

  StartSpec start(YamlValue value) {
    YamlMapping words = value.mapping("a start");
    List<String> command = words.require("command").items().stream().map(YamlValue::text).toList();
    Path folder =
        base.resolve(words.take("folder").map(YamlValue::text).orElse("")).toAbsolutePath();
    Map<String, String> variables = new HashMap<>();
    words
        .take("environment")
        .ifPresent(
            v ->
                v.mapping("the environment")
                    .entries()
                    .forEach(e -> variables.put(e.key().text(), e.value().text())));
    Map<String, String> files = new LinkedHashMap<>();
    words
        .take("files")
        .ifPresent(
            v ->
                v.mapping("the files")
                    .entries()
                    .forEach(e -> files.put(fileName(e.key()), e.value().text())));
    YamlMapping ready = words.require("ready").mapping("a ready");
    Pattern line = ready.take("output").map(StartReader::pattern).orElse(null);
    String readyUrl = ready.take("http").map(YamlValue::text).orElse(null);
    Optional<String> tcp = ready.take("tcp").map(v -> "tcp:" + v.text());
    Duration within =
        ready.take("within").map(v -> v.as(Quantity::duration)).orElse(Duration.ofSeconds(20));
    ready.done();
    words.done();
    if (command.isEmpty()) {
      throw words.key("command").problem("the command is empty");
    }
    if (line == null && readyUrl == null && tcp.isEmpty()) {
      throw ready.value().problem("ready needs one of: output, http, tcp");
    }
    return new StartSpec(
        command,
        folder,
        Map.copyOf(variables),
        files,
        line,
        readyUrl != null ? readyUrl : tcp.orElse(null),
        within);
  }

  private static String fileName(YamlValue name) {
    if (!name.text().matches("[\\w.-]+")) {
      throw name.problem("a plain file name is wanted here, it is written into ${folder}");
    }
    return name.text();
  }

  static Pattern pattern(YamlValue value) {
    try {
      return Pattern.compile(value.text());
    } catch (PatternSyntaxException e) {
      throw value.problem("not a regular expression: " + e.getDescription());
    }
  }
}
