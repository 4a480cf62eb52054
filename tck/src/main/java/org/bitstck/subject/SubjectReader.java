package org.bitstck.subject;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitstck.scenario.server.Hook;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads subject files. */
public final class SubjectReader {
  /** In bytes. */
  private static final long LEAST_LIMIT = 300;

  private final Path base;
  private final AccessReader secrets;

  /**
   * @param base folder that relative paths start from
   * @param environment where passwords are taken from
   */
  public SubjectReader(Path base, Map<String, String> environment) {
    this.base = base;
    this.secrets = new AccessReader(base, environment);
  }

  /**
   * Reads one file.
   *
   * @throws YamlException if it is not as the schema says
   */
  public SubjectFile read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a subject file");
    String name = file.require("name").text();
    YamlValue role = file.require("role");
    if (!role.text().equals("server")) {
      throw role.problem(
          "a server is wanted here, not a '"
              + role.text()
              + "'; clients are tested with 'bits-tck client --subject', applications with"
              + " 'bits-tck application --subject'");
    }
    String url = file.take("url").map(SubjectReader::url).orElse(null);
    StartSpec start = file.take("start").map(new StartReader(base)::start).orElse(null);
    Map<String, Directory> directories = new HashMap<>();
    file.take("directories")
        .ifPresent(
            v ->
                v.mapping("the directories")
                    .entries()
                    .forEach(e -> directories.put(e.key().text(), directory(e))));
    Set<String> capabilities = new LinkedHashSet<>();
    file.take("capabilities")
        .ifPresent(v -> v.oneOrMany().forEach(c -> capabilities.add(capability(c, start))));
    Map<Hook, HookSpec> hooks = new EnumMap<>(Hook.class);
    file.take("hooks")
        .ifPresent(
            v -> v.mapping("the hooks").entries().forEach(e -> hooks.put(hook(e), spec(e, start))));
    boolean http = false;
    String folder = null;
    Optional<YamlValue> readBack = file.take("read-back");
    if (readBack.isPresent()) {
      YamlMapping words = readBack.get().mapping("a read-back");
      http = words.take("http").map(YamlValue::flag).orElse(false);
      folder = words.take("folder").map(YamlValue::text).orElse(null);
      words.done();
      if (http == (folder != null)) {
        throw readBack.get().problem("read-back is one of {http: true} and {folder: PATH}");
      }
    }
    Access access =
        new Access(
            file.take("headers").map(secrets::headers).orElse(List.of()),
            file.take("auth").map(secrets::credentials).orElse(null));
    SubjectFile.TlsSpec tls =
        file.take("tls").map(secrets::tls).orElse(SubjectFile.TlsSpec.DEFAULT);
    file.done();
    if (url == null && (start == null || start.readyLine() == null)) {
      throw file.value()
          .problem("a subject needs 'url', or 'start' with a 'ready' line that shows it");
    }
    return new SubjectFile(
        name,
        url,
        start,
        Map.copyOf(directories),
        Set.copyOf(capabilities),
        Map.copyOf(hooks),
        http,
        folder,
        base,
        access,
        tls);
  }

  private static String url(YamlValue value) {
    String text = value.text();
    String probe = text.replace("${port}", "80");
    try {
      URI parsed = URI.create(probe);
      if (parsed.getRawUserInfo() != null) {
        throw value.problem("credentials do not belong into a URL, which reports show: 'auth'");
      }
      if (parsed.getHost() != null && parsed.getScheme().matches("(?i)https?")) {
        return text.endsWith("/") ? text : text + "/";
      }
    } catch (IllegalArgumentException e) {
      throw value.problem("not a URL: " + e.getMessage());
    }
    throw value.problem("a URL is wanted here, like http://127.0.0.1:8080/uploads/");
  }

  private static Hook hook(YamlMapping.Entry entry) {
    Set<String> known = new LinkedHashSet<>();
    for (Hook hook : Hook.values()) {
      if (hook.word().equals(entry.key().text())) {
        return hook;
      }
      known.add(hook.word());
    }
    throw entry
        .key()
        .problem("unknown hook '" + entry.key().text() + "'" + hint(entry.key().text(), known));
  }

  private static HookSpec spec(YamlMapping.Entry entry, StartSpec start) {
    if (entry.value().isSequence()) {
      return new HookSpec(entry.value().items().stream().map(YamlValue::text).toList(), null);
    }
    YamlMapping words = entry.value().mapping("a hook");
    List<String> command = words.require("command").items().stream().map(YamlValue::text).toList();
    YamlMapping ready = words.require("ready").mapping("a ready");
    Pattern line = StartReader.pattern(ready.require("output"));
    ready.done();
    words.done();
    if (start == null) {
      throw words.key("ready").problem("only the output of a server that the kit starts is seen");
    }
    return new HookSpec(command, line);
  }

  private static String capability(YamlValue value, StartSpec start) {
    String word = value.text();
    if (!Words.CAPABILITIES.containsKey(word)) {
      throw value.problem(
          "unknown capability '" + word + "'" + hint(word, Words.CAPABILITIES.keySet()));
    }
    if (word.equals(Words.RESTART) && start == null) {
      throw value.problem("'restart' needs 'start': the kit restarts only what it started");
    }
    return word;
  }

  private static String hint(String word, Set<String> known) {
    return Nearest.to(word, known)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; there are " + String.join(", ", known));
  }

  private Directory directory(YamlMapping.Entry entry) {
    String name = entry.key().text();
    Map<String, Words.Setting> needed = Words.DIRECTORIES.get(name);
    if (needed == null) {
      throw entry
          .key()
          .problem("unknown directory '" + name + "'" + hint(name, Words.DIRECTORIES.keySet()));
    }
    Map<String, String> settings = new HashMap<>();
    YamlValue path = entry.value();
    Access.Credentials credentials = null;
    if (entry.value().isMapping()) {
      YamlMapping words = entry.value().mapping("a directory");
      path = words.require("path");
      for (Map.Entry<String, Words.Setting> setting : needed.entrySet()) {
        settings.put(
            setting.getKey(), setting(words.require(setting.getKey()), setting.getValue()));
      }
      credentials = words.take("auth").map(secrets::credentials).orElse(null);
      words.done();
    } else if (!needed.isEmpty()) {
      throw entry
          .value()
          .problem(
              "'"
                  + name
                  + "' needs settings: {path: …, "
                  + String.join(": …, ", needed.keySet())
                  + ": …}");
    }
    String text = path.text();
    return new Directory(
        name, text.endsWith("/") ? text : text + "/", Map.copyOf(settings), credentials);
  }

  private static String setting(YamlValue value, Words.Setting kind) {
    String text = value.text();
    if (text.contains("${")) {
      return text;
    }
    switch (kind) {
      case BYTES -> {
        if (value.as(Quantity::bytes) < LEAST_LIMIT) {
          throw value.problem(
              "a limit of at least "
                  + LEAST_LIMIT
                  + " bytes is wanted here, not '"
                  + text
                  + "': scenarios send a few hundred bytes in parts before they reach it");
        }
      }
      case NUMBER -> value.number();
      case SECONDS -> {
        if (!text.matches("\\d+(\\.\\d+)?")) {
          throw value.problem("a number of seconds is wanted here, not '" + text + "'");
        }
      }
      case HOST -> {
        if (text.contains("/") || text.isBlank()) {
          throw value.problem("a bare host name or address is wanted here, not '" + text + "'");
        }
      }
      case URL -> {
        url(value);
        if (text.contains("?")) {
          throw value.problem("the kit looks for a URL without a query here, not '" + text + "'");
        }
      }
      case RELATIVE_URL -> {
        if (!text.matches("[\\w.~%-]+(/[\\w.~%-]+)*")) {
          throw value.problem("a relative URL is wanted here, like 'take', not '" + text + "'");
        }
      }
    }
    return text;
  }
}
