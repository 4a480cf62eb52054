package org.bitstck.judge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.exchange.Exchanges.bytes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Exchanges;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Timing;
import org.bitstck.judge.Fit;
import org.bitstck.play.TestFile;
import org.bitstck.play.server.application.DataFile;
import org.bitstck.play.server.application.Notification;
import org.bitstck.play.server.application.ResponseFile;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Content;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.server.Condition;
import org.bitstck.scenario.server.NotificationClause;
import org.bitstck.scenario.server.NotificationClause.AcknowledgedAfterAnswer;
import org.bitstck.scenario.server.NotificationClause.CountIs;
import org.bitstck.scenario.server.NotificationClause.DataFileIs;
import org.bitstck.scenario.server.NotificationClause.MethodIs;
import org.bitstck.scenario.server.NotificationClause.ResponseFileIsWritable;
import org.bitstck.scenario.server.NotificationClause.TargetIs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be said of notifications, with what it holds for and what breaks it. */
class NotificationJudgeTest {
  private static final TestFile FILE =
      new TestFile(new FileSpec("file", 10, bytes("0123456789")), 7);
  private static final byte[] UPLOAD = bytes("0123456789");
  private static final DataFile NO_FILE =
      new DataFile(null, null, null, false, "the notification names no file", false);
  private static final ResponseFile WRITABLE = new ResponseFile("/srv/reply", null);

  /** A clause, notifications for which it holds, and some that break it. */
  private record Case(Clause clause, List<Observation> holds, List<Observation> breaks) {
    @Override
    public String toString() {
      return clause.describe();
    }
  }

  static List<Case> cases() {
    return List.of(
        new Case(new CountIs(1, 1), List.of(seen(post())), List.of(seen(), seen(post(), post()))),
        new Case(
            new CountIs(0, 2),
            List.of(seen(), seen(post(), post())),
            List.of(seen(post(), post(), post()))),
        new Case(
            new MethodIs("POST"),
            List.of(seen(post()), seen(post(), post())),
            List.of(seen(request("BITS_POST", "HTTP/1.1")), seen(post(), request("GET", "")))),
        new Case(new TargetIs("/take?a=1"), List.of(seen(post())), List.of(seen(to("/take")))),
        new Case(
            new TargetIs("${application-path}?a=1"), List.of(seen(post())), List.of(seen(to("/")))),
        new Case(
            new Condition.VersionIs("HTTP/1.1"),
            List.of(seen(post())),
            List.of(seen(request("POST", "HTTP/1.0")))),
        new Case(
            new Condition.HeaderIs("X", new HeaderTest.Equal("${url}", false)),
            List.of(seen(post("x: http://a/b"))),
            List.of(seen(post()), seen(post("x: /b")))),
        new Case(new Condition.BodyIsEmpty(), List.of(seen(post())), List.of(seen(with(UPLOAD)))),
        new Case(
            new Condition.ContentIs(new Content.OfFile("file", 0, -1)),
            List.of(seen(with(UPLOAD))),
            List.of(seen(with(bytes("012345678"))), seen(post()))),
        new Case(
            new Condition.LengthIs(10),
            List.of(seen(with(UPLOAD))),
            List.of(seen(with(bytes("012345678"))), seen(post()))),
        new Case(
            new DataFileIs(new Content.OfFile("file", 0, -1)),
            List.of(
                seen(naming(new DataFile("/d", UPLOAD, UPLOAD, true, null, true))),
                seen(naming(new DataFile("/d", UPLOAD, null, false, null, false)))),
            List.of(
                seen(naming(NO_FILE)),
                seen(naming(new DataFile("/d", null, null, false, "there is none", false))),
                seen(naming(new DataFile("/d", bytes("01"), bytes("01"), true, null, true))),
                seen(naming(new DataFile("/d", UPLOAD, bytes("01"), true, null, true))),
                seen(naming(new DataFile("/d", UPLOAD, null, true, "it is gone", false))))),
        new Case(
            new DataFileIs(new Content.Absent()),
            List.of(
                seen(naming(new DataFile("/d", UPLOAD, UPLOAD, true, null, false))),
                seen(naming(NO_FILE))),
            List.of(seen(naming(new DataFile("/d", UPLOAD, UPLOAD, true, null, true))))),
        new Case(
            new ResponseFileIsWritable(),
            List.of(seen(post())),
            List.of(
                seen(
                    notification(
                        request(), 0, NO_FILE, new ResponseFile("/no/r", "no such folder"))))),
        new Case(
            new AcknowledgedAfterAnswer(),
            List.of(acknowledged(5000, 5000), acknowledged(4000, 5000)),
            List.of(acknowledged(6000, 5000))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holdsAndBreaks(Case one) {
    assertThat(one.holds).allSatisfy(seen -> assertThat(seen.fit(one.clause)).isEqualTo(Fit.HOLDS));
    assertThat(one.breaks)
        .allSatisfy(
            seen -> {
              Fit fit = seen.fit(one.clause);
              assertThat(fit.kind()).isEqualTo(Fit.Kind.WRONG);
              assertThat(fit.words()).isNotBlank();
            });
  }

  @Test
  void everyClauseIsJudgedAndDescribed() {
    assertThat(cases().stream().map(c -> c.clause.getClass().getName()).collect(Collectors.toSet()))
        .contains(
            Arrays.stream(NotificationClause.class.getPermittedSubclasses())
                .map(Class::getName)
                .toArray(String[]::new));
    assertThat(cases())
        .allSatisfy(c -> assertThat(c.clause.describe()).isNotBlank().doesNotContain("@"));
  }

  @Test
  void whatNeverCameBreaksNothingButTheCount() {
    assertThat(seen().fit(new MethodIs("POST")).kind()).isEqualTo(Fit.Kind.UNREACHED);
  }

  @Test
  void anAnswerThatNeverWentOutHoldsBackNothing() {
    assertThat(acknowledged(-1, 5000).fit(new AcknowledgedAfterAnswer()).kind())
        .isEqualTo(Fit.Kind.UNREACHED);
  }

  // ---- notifications

  private static Observation seen(Notification... notifications) {
    return new Observation(
        null,
        null,
        List.of(notifications),
        Map.of("file", FILE),
        Set.of(),
        Map.of(),
        Map.of("${url}", "http://a/b", "${application-path}?a=1", "/take?a=1"),
        List.of());
  }

  private static Request request(String... headers) {
    return of("POST", "/take?a=1", "HTTP/1.1", new byte[0], headers);
  }

  private static Request of(
      String method, String target, String version, byte[] body, String... headers) {
    List<Header> lines = new ArrayList<>();
    Stream.of(headers)
        .map(line -> line.split(": ", 2))
        .forEach(parts -> lines.add(new Header(parts[0], parts[1])));
    return new Request(method, target, version, new Headers(lines), body, null);
  }

  private static Notification post(String... headers) {
    return notification(request(headers), 0, NO_FILE, WRITABLE);
  }

  private static Notification request(String method, String version) {
    return notification(of(method, "/take?a=1", version, new byte[0]), 0, NO_FILE, WRITABLE);
  }

  private static Notification to(String target) {
    return notification(of("POST", target, "HTTP/1.1", new byte[0]), 0, NO_FILE, WRITABLE);
  }

  private static Notification with(byte[] body) {
    return notification(of("POST", "/take?a=1", "HTTP/1.1", body), 0, NO_FILE, WRITABLE);
  }

  private static Notification naming(DataFile file) {
    return notification(request(), 0, file, WRITABLE);
  }

  private static Notification notification(
      Request request, long released, DataFile data, ResponseFile response) {
    Exchange exchange =
        Exchange.toApplication(
            2, request, List.of(), null, Ending.ANSWERED, "", new Timing(1000, 1500, 2000));
    return new Notification(exchange, "", released, data, response);
  }

  /** A fragment whose Ack came at that time, and the answer to the notification. */
  private static Observation acknowledged(long released, long ack) {
    Exchange fragment =
        new Exchange(
            1,
            1,
            false,
            Exchanges.packet("Fragment"),
            List.of(),
            false,
            Exchanges.response(200, ""),
            Ending.ANSWERED,
            "",
            0,
            new Timing(500, ack, ack + 10));
    Notification notification = notification(request(), released, NO_FILE, WRITABLE);
    return new Observation(
        null,
        null,
        List.of(notification),
        Map.of(),
        Set.of(),
        Map.of(),
        Map.of(),
        List.of(fragment));
  }
}
