package org.bitstck.report.merge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Requirement;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.Position;

/**
 * An entry of a report as it stands there.
 *
 * @param file where it stands
 * @param words all of it, also what this kit does not know
 */
record ReportedCheck(Path file, Map<String, Object> words) {
  private static final Pattern AT = Pattern.compile("(.*):(\\d{1,7}):(\\d{1,7})");

  String text(String word) throws UnusableReport {
    if (words.get(word) instanceof String text) {
      return text;
    }
    throw new UnusableReport(file + ": '" + word + "' is missing or is no text");
  }

  long number(String word) throws UnusableReport {
    if (words.get(word) instanceof Long number) {
      return number;
    }
    throw new UnusableReport(file + ": '" + word + "' is missing or is no whole number");
  }

  /** {@code topic/scenario:requirement}: unique in a report. */
  String checkId() throws UnusableReport {
    return text("topic") + "/" + text("scenario") + ":" + text("requirement");
  }

  Verdict verdict() throws UnusableReport {
    try {
      return Verdict.valueOf(text("verdict"));
    } catch (IllegalArgumentException e) {
      throw new UnusableReport(file + ": '" + text("verdict") + "' is no verdict of a check");
    }
  }

  /** The finding, without the exchanges, which a report holds in words only. */
  Finding finding(Catalogue catalogue) throws UnusableReport {
    String id = text("requirement");
    Requirement requirement =
        catalogue
            .find(id)
            .orElseThrow(
                () -> new UnusableReport(file + ": this kit knows no requirement '" + id + "'"));
    Level level;
    try {
      level = Level.of(text("level"));
    } catch (IllegalArgumentException e) {
      throw new UnusableReport(file + ": " + e.getMessage());
    }
    List<Integer> exchanges = new ArrayList<>();
    if (words.get("exchanges") instanceof List<?> numbers) {
      for (Object number : numbers) {
        if (number instanceof Long n) {
          exchanges.add(n.intValue());
        }
      }
    }
    return new Finding(
        requirement,
        level,
        text("topic"),
        text("scenario"),
        maybe("title"),
        verdict(),
        text("expected"),
        text("observed"),
        place(),
        exchanges,
        List.of(),
        List.of(),
        number("durationMs"),
        seenIn());
  }

  private String seenIn() throws UnusableReport {
    return Finding.RULES.equals(text("topic"))
        ? maybe("seenIn")
        : text("topic") + "/" + text("scenario");
  }

  private String maybe(String word) {
    return words.get(word) instanceof String text ? text : "";
  }

  private Place place() {
    Matcher at = AT.matcher(maybe("at"));
    return at.matches()
        ? Place.told(
            new Position(at.group(1), Integer.parseInt(at.group(2)), Integer.parseInt(at.group(3))),
            maybe("excerpt"))
        : Place.nowhere();
  }
}
