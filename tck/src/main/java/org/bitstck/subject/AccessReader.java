package org.bitstck.subject;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitstck.exchange.Header;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what every request to a subject carries, and what is trusted. */
final class AccessReader {
  private final Path base;
  private final Map<String, String> environment;

  /**
   * @param base folder that relative paths start from
   * @param environment where passwords are taken from
   */
  AccessReader(Path base, Map<String, String> environment) {
    this.base = base;
    this.environment = environment;
  }

  List<Header> headers(YamlValue value) {
    List<Header> headers = new ArrayList<>();
    for (YamlMapping.Entry entry : value.mapping("headers").entries()) {
      headers.add(new Header(entry.key().text(), secret(entry.value())));
    }
    return headers;
  }

  Access.Credentials credentials(YamlValue value) {
    YamlMapping words = value.mapping("an auth").require("basic").mapping("the credentials");
    String user = words.require("user").text();
    String password =
        words.has("password-env")
            ? fromEnvironment(words.require("password-env"))
            : words.require("password").text();
    words.done();
    return new Access.Credentials(user, password);
  }

  private String secret(YamlValue value) {
    if (!value.isMapping()) {
      return value.text();
    }
    YamlMapping words = value.mapping("a secret");
    String text = fromEnvironment(words.require("env"));
    words.done();
    return text;
  }

  private String fromEnvironment(YamlValue name) {
    String text = environment.get(name.text());
    if (text == null) {
      throw name.problem("the environment has no variable '" + name.text() + "'");
    }
    return text;
  }

  SubjectFile.TlsSpec tls(YamlValue value) {
    YamlMapping words = value.mapping("a tls");
    Path ca = words.take("ca").map(v -> base.resolve(v.text())).orElse(null);
    boolean insecure = words.take("insecure").map(YamlValue::flag).orElse(false);
    words.done();
    return new SubjectFile.TlsSpec(ca, insecure);
  }
}
