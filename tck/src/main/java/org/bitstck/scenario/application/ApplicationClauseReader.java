package org.bitstck.scenario.application;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.bitstck.requirement.Peer;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.ClauseReader;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.HeaderReader;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.StatusRange;
import org.bitstck.scenario.application.ApplicationClause.AnswerIs;
import org.bitstck.scenario.application.ApplicationClause.BodyIs;
import org.bitstck.scenario.application.ApplicationClause.CountIs;
import org.bitstck.scenario.application.ApplicationClause.HeaderIs;
import org.bitstck.scenario.application.ApplicationClause.LengthIs;
import org.bitstck.scenario.application.ApplicationClause.ReplyFileIs;
import org.bitstck.scenario.application.ApplicationClause.ReplyIs;
import org.bitstck.scenario.application.ApplicationClause.StatusIs;
import org.bitstck.scenario.application.ApplicationClause.VersionIs;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the words of one legal outcome of a step with a server application. */
final class ApplicationClauseReader implements ClauseReader {
  private static final int MOST_EFFECTS = 1000;

  @Override
  public Peer peer() {
    return Peer.APPLICATION;
  }

  @Override
  public List<ApplicationClause> read(YamlMapping words) {
    List<ApplicationClause> clauses = new ArrayList<>();
    words.take("answer").ifPresent(v -> clauses.add(new AnswerIs(one(v, AnswerIs.Kind.class))));
    words
        .take("status")
        .ifPresent(
            v ->
                clauses.add(
                    new StatusIs(
                        v.oneOrMore().stream().map(item -> item.as(StatusRange::of)).toList())));
    words.take("http-version").ifPresent(v -> clauses.add(new VersionIs(v.text())));
    words
        .take("header")
        .ifPresent(
            v ->
                HeaderReader.tests(v, false)
                    .forEach((name, test) -> clauses.add(new HeaderIs(name, test))));
    words.take("body").ifPresent(v -> clauses.add(new BodyIs(one(v, BodyIs.Kind.class))));
    words.take("length").ifPresent(v -> clauses.add(new LengthIs(v.as(Quantity::bytes))));
    words
        .take("reply-file")
        .ifPresent(v -> clauses.add(new ReplyFileIs(one(v, ReplyFileIs.Kind.class))));
    words.take("reply").ifPresent(v -> clauses.add(new ReplyIs(one(v, ReplyIs.Kind.class))));
    words.take("count").ifPresent(v -> clauses.add(new CountIs((int) v.number(0, MOST_EFFECTS))));
    return clauses;
  }

  private static <E extends Enum<E>> E one(YamlValue value, Class<E> type) {
    return ExpectReader.one(value, EnumSet.allOf(type));
  }

  @Override
  public Optional<String> whyItCannotFail(Expectation expectation) {
    return expectation.inSomeProfile(ApplicationClauseReader::whyItCannotFail);
  }

  private static Optional<String> whyItCannotFail(List<Legal> alternatives) {
    List<StatusRange> statuses = new ArrayList<>();
    for (Legal legal : alternatives) {
      if (legal.conditions().stream().allMatch(ApplicationClauseReader::isAlwaysTrue)) {
        return Optional.of("'" + legal.describe() + "' is true of every answer");
      }
      if (legal.conditions().size() == 1 && legal.conditions().get(0) instanceof StatusIs is) {
        statuses.addAll(is.ranges());
      }
    }
    return StatusRange.coverAll(statuses) ? Optional.of("every status is legal") : Optional.empty();
  }

  private static boolean isAlwaysTrue(Clause clause) {
    return clause instanceof StatusIs is
        ? StatusRange.coverAll(is.ranges())
        : clause instanceof HeaderIs header && header.test().cannotFail();
  }

  @Override
  public Optional<String> whyNotTogether(List<? extends Clause> clauses) {
    boolean counts = clauses.stream().anyMatch(CountIs.class::isInstance);
    return counts && clauses.size() > 1
        ? Optional.of("'count' is about effects, and stands alone")
        : Optional.empty();
  }

  @Override
  public String example() {
    return "{status: 200}";
  }
}
