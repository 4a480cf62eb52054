package org.bitstck.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value of a YAML file that knows its place, so that whatever is wrong with it can be shown.
 *
 * <p>Variables: {@link #with} gives a view in which {@code ${name}} stands for a value; names that
 * the view does not know stay as they are. One within another is filled in first: {@code ${name of
 * ${column}}}.
 */
public final class YamlValue {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^{}]*)}");

  private final Source source;
  private final Tree tree;
  private final Map<String, String> variables;

  YamlValue(Source source, Tree tree, Map<String, String> variables) {
    this.source = source;
    this.tree = tree;
    this.variables = variables;
  }

  /** The same value, and all that is in it, with more variables filled in. */
  public YamlValue with(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(variables);
    all.putAll(more);
    return new YamlValue(source, tree, Map.copyOf(all));
  }

  public Position position() {
    return new Position(source.name(), tree.line(), tree.column());
  }

  public boolean isScalar() {
    return tree instanceof Tree.Scalar;
  }

  public boolean isSequence() {
    return tree instanceof Tree.Sequence;
  }

  public boolean isMapping() {
    return tree instanceof Tree.Mapping;
  }

  /** Whether there are variables in it as it is written, filled in or not. */
  public boolean hasVariables() {
    return tree.open();
  }

  /** True for a plain empty value, {@code ~} or {@code null}. */
  public boolean isNull() {
    return tree instanceof Tree.Scalar scalar
        && scalar.plain()
        && (scalar.text().isEmpty() || scalar.text().equals("~") || scalar.text().equals("null"));
  }

  /** The scalar's text, variables filled in. */
  public String text() {
    if (!(tree instanceof Tree.Scalar scalar)) {
      throw problem("a plain value is wanted here, not a " + kind());
    }
    if (!scalar.open() || variables.isEmpty()) {
      return scalar.text();
    }
    return fill(scalar.text(), name -> Optional.ofNullable(variables.get(name)));
  }

  /** A whole number, decimal or with {@code 0x}. */
  public long number() {
    String text = text().strip();
    try {
      return text.startsWith("0x") || text.startsWith("0X")
          ? Long.parseUnsignedLong(text.substring(2), 16)
          : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw problem("a whole number is wanted here, not '" + text + "'");
    }
  }

  public boolean flag() {
    return switch (text()) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw problem("true or false is wanted here, not '" + text() + "'");
    };
  }

  /** The text converted; an {@link IllegalArgumentException} becomes a problem at this place. */
  public <T> T as(Function<String, T> conversion) {
    try {
      return conversion.apply(text());
    } catch (IllegalArgumentException e) {
      throw problem(e.getMessage());
    }
  }

  public List<YamlValue> items() {
    if (!(tree instanceof Tree.Sequence sequence)) {
      throw problem("a list is wanted here, not a " + kind());
    }
    List<YamlValue> items = new ArrayList<>();
    sequence.items().forEach(item -> items.add(new YamlValue(source, item, variables)));
    return items;
  }

  /** The items of a list, or this value alone: where one may stand for many. */
  public List<YamlValue> oneOrMany() {
    return isSequence() ? items() : List.of(this);
  }

  /** Like {@link #oneOrMany}, but an empty list is a mistake. */
  public List<YamlValue> oneOrMore() {
    List<YamlValue> values = oneOrMany();
    if (values.isEmpty()) {
      throw problem("the list is empty");
    }
    return values;
  }

  /**
   * A whole number, decimal or with {@code 0x}, within bounds.
   *
   * @param low inclusive
   * @param high inclusive
   */
  public long number(long low, long high) {
    long number = number();
    if (number < low || number > high) {
      throw problem("a number from " + low + " to " + high + " is wanted here, not " + text());
    }
    return number;
  }

  /**
   * This value as a mapping.
   *
   * @param what what it describes, for messages: "a step"
   */
  public YamlMapping mapping(String what) {
    if (!(tree instanceof Tree.Mapping mapping)) {
      throw problem(what + " is wanted here, written as 'word: value' lines, not a " + kind());
    }
    return new YamlMapping(this, what, mapping.entries());
  }

  YamlValue sibling(Tree other) {
    return new YamlValue(source, other, variables);
  }

  Place place() {
    return Place.in(source, position(), width());
  }

  public YamlException problem(String message) {
    return place().problem(message);
  }

  private int width() {
    return tree instanceof Tree.Scalar scalar && !scalar.text().contains("\n")
        ? Math.max(1, scalar.text().length())
        : 1;
  }

  private String kind() {
    return isMapping() ? "mapping" : isSequence() ? "list" : "plain value";
  }

  /** Names of variables that are still open in a text. */
  public static List<String> openVariables(String text) {
    return mayBeOpen(text)
        ? VARIABLE.matcher(text).results().map(match -> match.group(1)).toList()
        : List.of();
  }

  /** Fills in the variables of a text; unknown ones stay. */
  public static String fill(String text, Function<String, Optional<String>> values) {
    if (!mayBeOpen(text)) {
      return text;
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(values.apply(match.group(1)).orElse(match.group())));
  }

  /** Nearly no value has a variable, and thousands are read at each start. */
  static boolean mayBeOpen(String text) {
    return text.contains("${");
  }
}
