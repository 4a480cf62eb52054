package org.bitstck.scenario.server;

import java.util.List;
import java.util.function.Function;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Content;
import org.bitstck.scenario.server.NotificationClause.AcknowledgedAfterAnswer;
import org.bitstck.scenario.server.NotificationClause.CountIs;
import org.bitstck.scenario.server.NotificationClause.DataFileIs;
import org.bitstck.scenario.server.NotificationClause.MethodIs;
import org.bitstck.scenario.server.NotificationClause.ResponseFileIsWritable;
import org.bitstck.scenario.server.NotificationClause.TargetIs;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the words that speak of notifications alone. */
final class NotificationReader {
  /** More than any scenario can cause. */
  static final int MOST = 1000;

  private NotificationReader() {}

  /**
   * Takes those words.
   *
   * @param content reads what a file holds
   * @param clauses where what was read is added
   */
  static void read(YamlMapping words, Function<YamlValue, Content> content, List<Clause> clauses) {
    words.take("count").ifPresent(v -> clauses.add(count(v)));
    words.take("method").ifPresent(v -> clauses.add(new MethodIs(v.text())));
    words.take("target").ifPresent(v -> clauses.add(new TargetIs(v.text())));
    words.take("data-file").ifPresent(v -> clauses.add(new DataFileIs(content.apply(v))));
    words
        .take("response-file")
        .ifPresent(
            v -> {
              only(v, "writable");
              clauses.add(new ResponseFileIsWritable());
            });
    words
        .take("acknowledged")
        .ifPresent(
            v -> {
              only(v, "after-answer");
              clauses.add(new AcknowledgedAfterAnswer());
            });
  }

  private static CountIs count(YamlValue value) {
    if (!value.isMapping()) {
      int count = (int) value.number(0, MOST);
      return new CountIs(count, count);
    }
    YamlMapping bounds = value.mapping("a count");
    int from = (int) bounds.require("from").number(0, MOST);
    int to = (int) bounds.require("to").number(0, MOST);
    bounds.done();
    if (to < from) {
      throw value.problem("no number is from " + from + " to " + to);
    }
    return new CountIs(from, to);
  }

  private static void only(YamlValue value, String word) {
    if (!value.text().equals(word)) {
      throw value.problem("'" + value.text() + "' is none of: " + word);
    }
  }
}
