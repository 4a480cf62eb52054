package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.HeaderReader;
import org.bitstck.scenario.client.ClientClause.Carries;
import org.bitstck.scenario.client.ClientClause.Form;
import org.bitstck.scenario.client.ClientClause.HeaderIs;
import org.bitstck.scenario.client.ClientClause.KindIs;
import org.bitstck.scenario.client.ClientClause.RequestIs;
import org.bitstck.scenario.client.ClientClause.RequestTest;
import org.bitstck.scenario.client.ClientClause.SentTo;
import org.bitstck.scenario.client.ClientClause.SessionIs;
import org.bitstck.scenario.client.ClientClause.SmallerThanBefore;
import org.bitstck.scenario.client.ClientClause.StartsAt;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads {@code request}: which of the client's requests are looked at, and what for. */
final class RequestReader {
  private static final Set<Form> OF_FRAGMENTS =
      EnumSet.of(Form.BODY_OF_FILE, Form.RANGE, Form.STARTS_WHERE_ASKED, Form.SAME_TOTAL);

  private RequestReader() {}

  /** One clause per test. */
  static List<ClientClause> read(YamlValue value) {
    YamlMapping words = value.mapping("a request");
    Chosen which = which(words);
    List<RequestTest> tests = tests(words, which);
    words.done();
    if (tests.isEmpty()) {
      throw value.problem(
          "this check cannot fail: it says nothing of the request; write for example"
              + " {the: {fragment: 2}, from: 100}");
    }
    return tests.stream().<ClientClause>map(test -> new RequestIs(which, test)).toList();
  }

  private static Chosen which(YamlMapping words) {
    Optional<Trigger> the = words.take("the").map(TriggerReader::read);
    Optional<Trigger> after = words.take("after").map(TriggerReader::read);
    Optional<Set<RequestKind>> every = words.take("every").map(TriggerReader::kinds);
    Optional<Trigger> eachAfter = words.take("each-after").map(TriggerReader::read);
    int ways = (the.isPresent() || after.isPresent() ? 1 : 0);
    ways += every.isPresent() || eachAfter.isPresent() ? 1 : 0;
    if (ways != 1) {
      throw words
          .value()
          .problem(
              ways == 0
                  ? "which request is meant? One of: the, after, every, each-after"
                  : "one request is meant by 'the' and 'after', many by 'every' and 'each-after';"
                      + " not both");
    }
    if (the.isPresent()) {
      return Chosen.the(the.get(), after.orElse(null));
    }
    return after
        .map(trigger -> new Chosen(Set.of(), trigger, 1, 1, true))
        .orElseGet(
            () ->
                new Chosen(
                    every.orElse(Set.of()), eachAfter.orElse(null), 1, Integer.MAX_VALUE, false));
  }

  private static List<RequestTest> tests(YamlMapping words, Chosen which) {
    List<RequestTest> tests = new ArrayList<>();
    words.take("is").ifPresent(v -> tests.add(new KindIs(someKinds(v))));
    words
        .take("from")
        .ifPresent(v -> tests.add(new StartsAt(ofFragments(v, which).as(Quantity::bytes))));
    words.take("bytes").ifPresent(v -> tests.add(carries(ofFragments(v, which))));
    words
        .take("smaller-than-before")
        .ifPresent(v -> tests.add(flag(ofFragments(v, which), new SmallerThanBefore())));
    words
        .take("session")
        .ifPresent(
            v ->
                tests.add(new SessionIs(ExpectReader.one(v, EnumSet.allOf(SessionIs.Kind.class)))));
    words.take("header").ifPresent(v -> tests.addAll(headers(v)));
    words
        .take("host")
        .ifPresent(v -> tests.add(new SentTo(ExpectReader.one(v, TriggerReader.HOSTS))));
    words.take("form").ifPresent(v -> v.oneOrMore().forEach(f -> tests.add(form(f, which))));
    return tests;
  }

  private static Set<RequestKind> someKinds(YamlValue value) {
    Set<RequestKind> kinds = TriggerReader.kinds(value);
    if (kinds.isEmpty() || kinds.size() == RequestKind.values().length) {
      throw value.problem("this check cannot fail: every request is of one of these kinds");
    }
    return kinds;
  }

  /** What only a fragment has cannot be asked of anything else. */
  private static YamlValue ofFragments(YamlValue value, Chosen which) {
    if (!which.kinds().isEmpty() && !which.kinds().contains(RequestKind.FRAGMENT)) {
      throw value.problem("only a fragment has this; another kind of request is meant here");
    }
    return value;
  }

  /** {@code true}, as the only way to say it. */
  static <T> T flag(YamlValue value, T meant) {
    if (!value.flag()) {
      throw value.problem("only 'true' can be asked for here; otherwise leave it out");
    }
    return meant;
  }

  private static RequestTest carries(YamlValue value) {
    if (!value.isMapping()) {
      long bytes = value.as(Quantity::bytes);
      return new Carries(bytes, bytes);
    }
    YamlMapping bounds = value.mapping("a number of bytes");
    long from = bounds.take("from").map(v -> v.as(Quantity::bytes)).orElse(0L);
    long to = bounds.take("to").map(v -> v.as(Quantity::bytes)).orElse(Long.MAX_VALUE);
    bounds.done();
    if (to < from) {
      throw value.problem("no fragment has from " + from + " to " + to + " bytes");
    }
    if (from == 0 && to == Long.MAX_VALUE) {
      throw value.problem("this check cannot fail: every fragment has so many bytes");
    }
    return new Carries(from, to);
  }

  private static List<RequestTest> headers(YamlValue value) {
    List<RequestTest> tests = new ArrayList<>();
    HeaderReader.tests(value, false).forEach((name, test) -> tests.add(new HeaderIs(name, test)));
    return tests;
  }

  private static Form form(YamlValue value, Chosen which) {
    Form form = ExpectReader.one(value, EnumSet.allOf(Form.class));
    if (OF_FRAGMENTS.contains(form)) {
      ofFragments(value, which);
    }
    return form;
  }
}
