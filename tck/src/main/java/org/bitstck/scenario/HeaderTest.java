package org.bitstck.scenario;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a header of an answer must be like. */
public sealed interface HeaderTest {

  /** In words, to follow the header's name. */
  String describe();

  /**
   * Whether values pass.
   *
   * @param values all values of the header in the answer; empty if it is absent
   */
  boolean passes(List<String> values);

  /** Whether nothing could break it: the header may be missing, and say anything. */
  default boolean cannotFail() {
    return false;
  }

  /**
   * The same with its variables filled in.
   *
   * @param fill fills in a text
   */
  default HeaderTest filled(UnaryOperator<String> fill) {
    return this;
  }

  /** Whether it asks for no more than that the header is there. */
  default boolean isPresence() {
    return this instanceof Present;
  }

  /** The header is there. */
  record Present() implements HeaderTest {
    @Override
    public String describe() {
      return "present";
    }

    @Override
    public boolean passes(List<String> values) {
      return !values.isEmpty();
    }
  }

  /** The header is not there. */
  record Absent() implements HeaderTest {
    @Override
    public String describe() {
      return "absent";
    }

    @Override
    public boolean passes(List<String> values) {
      return values.isEmpty();
    }
  }

  /**
   * Each value equals a text.
   *
   * @param value variables still open
   */
  record Equal(String value, boolean ignoringCase) implements HeaderTest {
    @Override
    public String describe() {
      return "'" + value + "'" + (ignoringCase ? " in any letter case" : "");
    }

    @Override
    public boolean passes(List<String> values) {
      return !values.isEmpty()
          && values.stream()
              .allMatch(v -> ignoringCase ? v.equalsIgnoreCase(value) : v.equals(value));
    }

    @Override
    public HeaderTest filled(UnaryOperator<String> fill) {
      return new Equal(fill.apply(value), ignoringCase);
    }
  }

  /**
   * Each value is a URL of the same resource: letter case of scheme and host, a port that goes
   * without saying and percent-escapes make no difference.
   *
   * @param url absolute; variables still open
   */
  record SameUrl(String url) implements HeaderTest {
    @Override
    public String describe() {
      return "the URL " + url;
    }

    @Override
    public boolean passes(List<String> values) {
      return !values.isEmpty() && values.stream().allMatch(v -> parts(v).equals(parts(url)));
    }

    @Override
    public HeaderTest filled(UnaryOperator<String> fill) {
      return new SameUrl(fill.apply(url));
    }

    /** What counts of a URL; the text itself where it is none. */
    private static List<Object> parts(String text) {
      try {
        URI uri = URI.create(text);
        if (uri.isAbsolute() && uri.getHost() != null) {
          boolean tls = uri.getScheme().equalsIgnoreCase("https");
          int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
          return Arrays.asList(
              uri.getScheme().toLowerCase(Locale.ROOT),
              uri.getHost().toLowerCase(Locale.ROOT),
              port,
              uri.getPath(),
              uri.getQuery());
        }
      } catch (IllegalArgumentException e) {
        return List.of(text);
      }
      return List.of(text);
    }
  }

  /**
   * Each value equals what the subject file says of the directory, in any letter case. What it does
   * not say cannot be judged.
   *
   * @param setting name of the entry: {@code host}
   */
  record Declared(String setting) implements HeaderTest {
    @Override
    public String describe() {
      return "as declared under '" + setting + "'";
    }

    @Override
    public boolean passes(List<String> values) {
      return true;
    }

    /** The test that it is where the setting has a value. */
    public HeaderTest with(String value) {
      return new Equal(value, true);
    }
  }

  /**
   * The header, if it is there, has the form.
   *
   * @param form as written, for messages
   */
  record Matching(Pattern pattern, String form, boolean required) implements HeaderTest {
    /** Text that an "anything goes" pattern lets through and a real form does not. */
    private static final List<String> UNLIKELY =
        List.of("", "\u0001 ~ unlikely ~ \u0001", "0", "x", "x, y");

    @Override
    public boolean cannotFail() {
      return !required && takesAnything();
    }

    @Override
    public boolean isPresence() {
      return takesAnything();
    }

    private boolean takesAnything() {
      return UNLIKELY.stream().allMatch(text -> pattern.matcher(text).matches());
    }

    @Override
    public String describe() {
      return "of the form " + form + (mustBeThere() ? "" : ", if it is there");
    }

    @Override
    public boolean passes(List<String> values) {
      return (!mustBeThere() || !values.isEmpty())
          && values.stream().allMatch(v -> pattern.matcher(v).matches());
    }

    private boolean mustBeThere() {
      return required;
    }
  }
}
