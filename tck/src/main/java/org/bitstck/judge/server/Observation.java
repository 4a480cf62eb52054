package org.bitstck.judge.server;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Fit;
import org.bitstck.judge.Seen;
import org.bitstck.play.TestFile;
import org.bitstck.play.server.StoredFile;
import org.bitstck.play.server.application.Notification;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.server.Condition;

/**
 * What a condition is judged by.
 *
 * @param exchange the exchange; null where a stored file was read from a folder
 * @param stored what lies at the destination; null for a request
 * @param notifications what the server application was told; null for other steps
 * @param files the scenario's files
 * @param repeatedSessions ids that more than one CREATE-SESSION Ack of the scenario gave
 * @param settings what the subject file says of the directory
 * @param filled what the texts of expectations that have variables stand for, by the text
 * @param others the exchanges of the scenario up to there, in order
 */
record Observation(
    Exchange exchange,
    StoredFile stored,
    List<Notification> notifications,
    Map<String, TestFile> files,
    Set<String> repeatedSessions,
    Map<String, String> settings,
    Map<String, String> filled,
    List<Exchange> others)
    implements Seen {

  /** One of a scenario without variables, that is about itself alone. */
  Observation(
      Exchange exchange,
      StoredFile stored,
      List<Notification> notifications,
      Map<String, TestFile> files,
      Set<String> repeatedSessions,
      Map<String, String> settings) {
    this(exchange, stored, notifications, files, repeatedSessions, settings, Map.of(), List.of());
  }

  static Observation of(Exchange exchange) {
    return new Observation(exchange, null, null, Map.of(), Set.of(), Map.of());
  }

  /** The test, with what the subject file says filled in. */
  HeaderTest filled(HeaderTest test) {
    return test instanceof HeaderTest.Declared declared && settings.containsKey(declared.setting())
        ? declared.with(settings.get(declared.setting()))
        : test;
  }

  Response response() {
    return exchange == null ? null : exchange.response();
  }

  /** The answer before to a request for the same target that is no packet. */
  Optional<Response> before() {
    Response found = null;
    for (Exchange other : others) {
      if (other.number() < exchange.number()
          && !other.request().isPacket()
          && other.request().target().equals(exchange.request().target())
          && other.response() != null) {
        found = other.response();
      }
    }
    return Optional.ofNullable(found);
  }

  @Override
  public Fit fit(Clause clause) {
    Clause meant =
        filled.isEmpty() ? clause : clause.filled(text -> filled.getOrDefault(text, text));
    return notifications != null
        ? NotificationJudge.fit(meant, this)
        : ConditionJudge.mismatch((Condition) meant, this).map(Fit::wrong).orElse(Fit.HOLDS);
  }

  @Override
  public String describe() {
    if (notifications != null) {
      return notifications.size()
          + (notifications.size() == 1 ? " notification" : " notifications");
    }
    if (stored != null) {
      return stored.how()
          + (stored.state() == StoredFile.State.PRESENT
              ? ", " + stored.bytes().length + " bytes"
              : "");
    }
    StringBuilder text = new StringBuilder(exchange.outcome());
    Response response = response();
    if (response != null) {
      AckReading.errorText(response).ifPresent(error -> text.append(", error ").append(error));
      header(text, response, Bits.ERROR_CONTEXT, "context");
      header(text, response, Bits.RECEIVED_RANGE, "next offset");
      if (exchange.request().isPacket() && !response.isAck()) {
        text.append(", not an Ack");
      }
    }
    return text.toString();
  }

  private static void header(StringBuilder text, Response response, String name, String label) {
    response
        .headers()
        .first(name)
        .ifPresent(v -> text.append(", ").append(label).append(' ').append(v));
  }
}
