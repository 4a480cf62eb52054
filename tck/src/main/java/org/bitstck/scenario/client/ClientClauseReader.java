package org.bitstck.scenario.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.requirement.Peer;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.ClauseReader;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.GapIs;
import org.bitstck.scenario.client.ClientClause.OneAtATime;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.ReplyIs;
import org.bitstck.scenario.client.ClientClause.ReportIs;
import org.bitstck.scenario.client.ClientClause.UploadedIs;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the words of one legal outcome of a client. A new word of the language starts here. */
final class ClientClauseReader implements ClauseReader {
  /** What a client can have told in the end. */
  static final Set<Outcome> OUTCOMES =
      EnumSet.of(Outcome.SUCCESS, Outcome.FAILED, Outcome.PAUSED, Outcome.CANCELLED, Outcome.NONE);

  /** What a client can say that a failure comes from. */
  static final List<String> CAUSES =
      List.of("http", "transport", "timeout", "file", "invalid-answer");

  private static final long WORD = 0xFFFFFFFFL;
  private static final int MOST_REQUESTS = 100_000;

  @Override
  public Peer peer() {
    return Peer.CLIENT;
  }

  @Override
  public Optional<String> whyItCannotFail(Expectation expectation) {
    return ClientCannotFail.why(expectation);
  }

  @Override
  public Optional<String> whyNotTogether(List<? extends Clause> clauses) {
    return Optional.empty();
  }

  @Override
  public String example() {
    return "{outcome: success}";
  }

  @Override
  public List<ClientClause> read(YamlMapping words) {
    List<ClientClause> clauses = new ArrayList<>();
    each(words, "sequence", v -> List.of(SequenceReader.read(v)), clauses);
    each(words, "request", RequestReader::read, clauses);
    each(words, "count", ClientClauseReader::counts, clauses);
    words.take("outcome").ifPresent(v -> clauses.add(outcome(v)));
    each(words, "report", v -> List.of(report(v)), clauses);
    words.take("uploaded").ifPresent(v -> clauses.add(new UploadedIs(published(v))));
    words.take("reply").ifPresent(v -> clauses.add(new ReplyIs(reply(v))));
    each(words, "gap", v -> List.of(gap(v)), clauses);
    words
        .take("one-at-a-time")
        .ifPresent(v -> clauses.add(RequestReader.flag(v, new OneAtATime())));
    return clauses;
  }

  /** Reads a list of clauses. */
  private interface Reading {
    List<? extends ClientClause> read(YamlValue value);
  }

  private static void each(
      YamlMapping words, String word, Reading reading, List<ClientClause> clauses) {
    words
        .take(word)
        .ifPresent(v -> v.oneOrMore().forEach(item -> clauses.addAll(reading.read(item))));
  }

  /** {@code {fragment: 1, after: …}}: one clause per kind. */
  private static List<CountIs> counts(YamlValue value) {
    YamlMapping words = value.mapping("a count");
    Trigger after = words.take("after").map(TriggerReader::read).orElse(null);
    List<YamlMapping.Entry> kinds = TriggerReader.kindEntries(words);
    words.done();
    if (kinds.isEmpty()) {
      throw value.problem("what is counted? Write for example {fragment: 1}");
    }
    return kinds.stream().map(entry -> count(entry, after)).toList();
  }

  private static CountIs count(YamlMapping.Entry entry, Trigger after) {
    YamlValue value = entry.value();
    Chosen which = new Chosen(TriggerReader.kinds(entry.key()), after, 1, Integer.MAX_VALUE, false);
    if (!value.isMapping()) {
      int count = number(value);
      return new CountIs(which, count, count);
    }
    YamlMapping bounds = value.mapping("a number of requests");
    int from = bounds.take("from").map(ClientClauseReader::number).orElse(0);
    int to = bounds.take("to").map(ClientClauseReader::number).orElse(Integer.MAX_VALUE);
    bounds.done();
    if (to < from) {
      throw value.problem("no number is from " + from + " to " + to);
    }
    if (from == 0 && to == Integer.MAX_VALUE) {
      throw value.problem("this check cannot fail: any number of requests is so many");
    }
    return new CountIs(which, from, to);
  }

  private static int number(YamlValue value) {
    return (int) value.number(0, MOST_REQUESTS);
  }

  private static OutcomeIs outcome(YamlValue value) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    value.oneOrMore().forEach(item -> outcomes.add(ExpectReader.one(item, OUTCOMES)));
    if (outcomes.equals(OUTCOMES)) {
      throw value.problem("this check cannot fail: every outcome is legal");
    }
    return new OutcomeIs(outcomes);
  }

  private static ReportIs report(YamlValue value) {
    YamlMapping words = value.mapping("a report of a failure");
    ReportIs report =
        new ReportIs(
            words.take("status").map(v -> (int) v.number(100, 599)).orElse(0),
            words.take("error").map(v -> v.number(0, WORD)).orElse(-1L),
            words.take("context").map(v -> v.number(0, WORD)).orElse(-1L),
            words.take("cause").map(ClientClauseReader::cause).orElse(null));
    words.done();
    if (report.equals(new ReportIs(0, -1, -1, null))) {
      throw value.problem(
          "this check cannot fail: it asks for nothing of status, error, context, cause");
    }
    return report;
  }

  private static String cause(YamlValue value) {
    if (!CAUSES.contains(value.text())) {
      throw value.problem("'" + value.text() + "' is none of: " + String.join(", ", CAUSES));
    }
    return value.text();
  }

  private static boolean published(YamlValue value) {
    return switch (value.text()) {
      case "file" -> true;
      case "nothing" -> false;
      default ->
          throw value.problem("the server has published either the whole 'file' or 'nothing'");
    };
  }

  private static ReplyIs.Reply reply(YamlValue value) {
    return switch (value.text()) {
      case "file" -> ReplyIs.Reply.SAME;
      case "something" -> ReplyIs.Reply.ANY;
      case "nothing" -> ReplyIs.Reply.ABSENT;
      default ->
          throw value.problem(
              "the client has stored the whole reply as a 'file', 'something', or 'nothing'");
    };
  }

  private static GapIs gap(YamlValue value) {
    YamlMapping words = value.mapping("a gap");
    Trigger after = TriggerReader.read(words.require("after"));
    Duration least = words.take("least").map(v -> v.as(Quantity::duration)).orElse(null);
    Duration most = words.take("most").map(v -> v.as(Quantity::duration)).orElse(null);
    words.done();
    if (most == null && (least == null || least.isZero())) {
      throw value.problem("this check cannot fail: a gap has a 'least' or a 'most'");
    }
    if (least != null && most != null && least.compareTo(most) > 0) {
      throw value.problem(
          "no gap is at least " + least.toMillis() + " ms and at most " + most.toMillis() + " ms");
    }
    return new GapIs(after, least, most);
  }
}
