package org.bitstck.subject;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.application.ApplicationWords;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads subject files of the role {@code application}. */
public final class ApplicationFileReader {
  private static final Set<String> REPLIES = Set.of("echo", "digest", "some", "none");

  private final Path base;
  private final Map<String, String> environment;

  /**
   * @param base folder that relative paths start from
   * @param environment where passwords are taken from
   */
  public ApplicationFileReader(Path base, Map<String, String> environment) {
    this.base = base;
    this.environment = environment;
  }

  /**
   * Reads one file.
   *
   * @throws org.bitstck.yaml.YamlException if it is not as the schema says
   */
  public ApplicationFile read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a subject file");
    String name = file.require("name").text();
    YamlValue role = file.require("role");
    if (!role.text().equals("application")) {
      throw role.problem(
          "a server application is wanted here, not a '"
              + role.text()
              + "'; that is tested with 'bits-tck "
              + role.text()
              + " --subject'");
    }
    AccessReader secrets = new AccessReader(base, environment);
    String url = file.take("url").map(v -> url(v, v.text().replace("${port}", "80"))).orElse(null);
    StartSpec start = file.take("start").map(new StartReader(base)::start).orElse(null);
    Access access =
        new Access(
            file.take("headers").map(secrets::headers).orElse(java.util.List.of()),
            file.take("auth").map(secrets::credentials).orElse(null));
    SubjectFile.TlsSpec tls =
        file.take("tls").map(secrets::tls).orElse(SubjectFile.TlsSpec.DEFAULT);
    DeclaredReply reply =
        file.take("reply").map(ApplicationFileReader::reply).orElse(DeclaredReply.UNKNOWN);
    Optional<YamlValue> files = file.take("files");
    Map<String, String> endpoints =
        file.take("endpoints").map(ApplicationFileReader::endpoints).orElse(Map.of());
    Set<String> capabilities = new LinkedHashSet<>();
    file.take("capabilities")
        .ifPresent(v -> v.oneOrMany().forEach(c -> capabilities.add(capability(c))));
    String journal = file.take("journal").map(YamlValue::text).orElse(null);
    Duration limit =
        file.take("limit").map(v -> v.as(Quantity::duration)).orElse(Application.LIMIT);
    URI destinations =
        file.take("destinations").map(ApplicationFileReader::directory).orElse(Application.NOWHERE);
    file.done();
    if (url == null && (start == null || start.readyLine() == null)) {
      throw file.value()
          .problem("a subject needs 'url', or 'start' with a 'ready' line that shows it");
    }
    return new ApplicationFile(
        new SubjectFile(
            name, url, start, Map.of(), Set.of(), Map.of(), false, null, base, access, tls),
        endpoints,
        Set.copyOf(capabilities),
        files.map(v -> v.isMapping() ? words(v).require("here").text() : v.text()).orElse(null),
        files.filter(YamlValue::isMapping).map(ApplicationFileReader::there).orElse(null),
        journal,
        reply,
        limit,
        destinations);
  }

  private static YamlMapping words(YamlValue files) {
    return files.mapping("a shared folder");
  }

  private static String there(YamlValue files) {
    YamlMapping words = words(files);
    words.require("here");
    String there = words.require("there").text();
    words.done();
    return there.replaceFirst("[/\\\\]$", "");
  }

  /** What a file, or the command line, says of the reply. */
  private static DeclaredReply reply(YamlValue value) {
    if (value.isMapping()) {
      YamlMapping words = value.mapping("a reply");
      String text = words.require("text").text();
      words.done();
      return new DeclaredReply(DeclaredReply.Kind.TEXT, text);
    }
    return value.as(ApplicationFileReader::reply);
  }

  /**
   * Reads {@code echo}, {@code digest}, {@code some} or {@code none}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static DeclaredReply reply(String word) {
    if (!REPLIES.contains(word)) {
      throw new IllegalArgumentException(
          "'" + word + "' is none of: echo, digest, some, none, nor {text: …}");
    }
    return new DeclaredReply(
        DeclaredReply.Kind.valueOf(word.toUpperCase(java.util.Locale.ROOT)), null);
  }

  private static Map<String, String> endpoints(YamlValue value) {
    Map<String, String> endpoints = new HashMap<>();
    for (YamlMapping.Entry entry : value.mapping("the endpoints").entries()) {
      known(entry.key(), "endpoint", ApplicationWords.ENDPOINTS);
      if (!entry.value().text().startsWith("/")) {
        throw entry.value().problem("a path is wanted here, with a slash at its start");
      }
      endpoints.put(entry.key().text(), entry.value().text());
    }
    return Map.copyOf(endpoints);
  }

  private static String capability(YamlValue value) {
    known(value, "capability", ApplicationWords.CAPABILITIES);
    return value.text();
  }

  private static void known(YamlValue word, String what, Map<String, String> words) {
    if (!words.containsKey(word.text())) {
      throw word.problem(
          "unknown "
              + what
              + " '"
              + word.text()
              + "'"
              + Nearest.to(word.text(), words.keySet())
                  .map(near -> "; did you mean '" + near + "'?")
                  .orElse("; there are " + String.join(", ", words.keySet())));
    }
  }

  private static String url(YamlValue value, String probe) {
    try {
      URI parsed = URI.create(probe);
      if (parsed.getHost() != null && parsed.getScheme().matches("(?i)https?")) {
        return value.text();
      }
    } catch (IllegalArgumentException e) {
      throw value.problem("not a URL: " + e.getMessage());
    }
    throw value.problem("a URL is wanted here, like http://127.0.0.1:9099/take");
  }

  private static URI directory(YamlValue value) {
    String text = url(value, value.text());
    return URI.create(text.endsWith("/") ? text : text + "/");
  }
}
