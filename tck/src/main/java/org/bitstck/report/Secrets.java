package org.bitstck.report;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;

/**
 * What no report shows: credentials, by the names of the headers that carry them, and by their
 * values wherever a peer repeats them.
 */
public final class Secrets {
  /** What stands in the place of a secret. */
  public static final String HIDDEN = "(not shown)";

  /** Names that say what they carry; a challenge such as WWW-Authenticate is none. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i).*(authorization|cookie|token|secret|passw|api-?key|credential|signature|auth-key)"
              + ".*|Authentication-Info");

  /** Shorter values would be found in much that is none. */
  private static final int SHORTEST = 5;

  private final Set<String> names;
  private final List<String> values;

  private Secrets(Set<String> names, List<String> values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Those of some exchanges.
   *
   * @param declared further names of headers that carry secrets
   */
  public static Secrets in(List<Exchange> exchanges, Set<String> declared) {
    Set<String> names =
        declared.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    Set<String> values = new TreeSet<>();
    Secrets byName = new Secrets(names, List.of());
    for (Exchange exchange : exchanges) {
      for (Header header : exchange.request().headers()) {
        if (byName.isSecret(header.name())) {
          values.add(header.value());
          addParts(header.value(), values);
        }
      }
    }
    values.removeIf(value -> value.length() < SHORTEST);
    // the longest first: one may hold another
    return new Secrets(
        names, values.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList());
  }

  /** The credentials behind the scheme, and the password within those of Basic. */
  private static void addParts(String value, Set<String> values) {
    int blank = value.indexOf(' ');
    if (blank < 0) {
      return;
    }
    String credentials = value.substring(blank + 1).strip();
    values.add(credentials);
    if (value.regionMatches(true, 0, "Basic ", 0, blank + 1)) {
      try {
        String login = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
        values.add(login);
        values.add(login.substring(login.indexOf(':') + 1));
      } catch (IllegalArgumentException e) {
        // no Base64, as a scenario may want it: nothing more to hide in there
      }
    }
  }

  /** Whether a header's value is kept back. */
  public boolean isSecret(String headerName) {
    return TELLING.matcher(headerName).matches()
        || names.contains(headerName.toLowerCase(Locale.ROOT));
  }

  /** The value of a header as it may be shown. */
  public String value(Header header) {
    return isSecret(header.name()) ? HIDDEN : hide(header.value());
  }

  /** A text without the secrets. */
  public String hide(String text) {
    String hidden = text;
    for (String value : values) {
      hidden = hidden.replace(value, HIDDEN);
    }
    return hidden;
  }

  /** A line of a message that was written as a whole, without a secret in it. */
  String line(String line) {
    int colon = line.indexOf(':');
    return colon > 0 && isSecret(line.substring(0, colon).strip())
        ? line.substring(0, colon) + ": " + HIDDEN
        : hide(line);
  }
}
