package org.bitstck.server.session;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.bitstck.server.protocol.SessionId;

/**
 * What has to be known of a session after a restart, besides its data.
 *
 * @param id of the session
 * @param url decoded path of the destination, begins with a slash
 * @param originalUrl absolute URL of the destination, as the client wrote it
 * @param query of the destination URL, null if it has none
 * @param user who opened the session; null without authentication
 * @param client IP address from which it was opened
 * @param total length of the entity in bytes, -1 before the first fragment
 * @param outcome what the server application decided; null as long as it has not
 */
public record SessionRecord(
    SessionId id,
    String url,
    String originalUrl,
    String query,
    String user,
    String client,
    long total,
    Outcome outcome) {

  private static final String FORMAT = "1";

  /** The same session with its total length. */
  public SessionRecord withTotal(long newTotal) {
    return new SessionRecord(id, url, originalUrl, query, user, client, newTotal, outcome);
  }

  /** The same session with the decision of the application. */
  public SessionRecord withOutcome(Outcome decided) {
    return new SessionRecord(id, url, originalUrl, query, user, client, total, decided);
  }

  String write() {
    Properties properties = new Properties();
    put(properties, "format", FORMAT);
    put(properties, "id", id.toString());
    put(properties, "url", url);
    put(properties, "original-url", originalUrl);
    put(properties, "query", query);
    put(properties, "user", user);
    put(properties, "client", client);
    put(properties, "total", Long.toString(total));
    if (outcome != null) {
      put(properties, "accepted", Boolean.toString(outcome.accepted()));
      put(properties, "reply-url", outcome.replyUrl());
      put(properties, "reply-token", outcome.replyToken());
      put(properties, "copy", Boolean.toString(outcome.copy()));
    }
    StringWriter text = new StringWriter();
    try {
      properties.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void put(Properties properties, String key, String value) {
    if (value != null) {
      properties.setProperty(key, value);
    }
  }

  private static Outcome outcome(Properties properties) {
    if (!properties.containsKey("accepted")) {
      return null;
    }
    return new Outcome(
        Boolean.parseBoolean(properties.getProperty("accepted")),
        properties.getProperty("reply-url"),
        properties.getProperty("reply-token"),
        Boolean.parseBoolean(properties.getProperty("copy")));
  }

  /** Reads what {@link #write()} wrote; empty if it is anything else. */
  static Optional<SessionRecord> read(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
      return SessionId.parse(properties.getProperty("id", ""))
          .filter(id -> FORMAT.equals(properties.getProperty("format")))
          .filter(id -> properties.containsKey("url"))
          .map(
              id ->
                  new SessionRecord(
                      id,
                      properties.getProperty("url"),
                      properties.getProperty("original-url"),
                      properties.getProperty("query"),
                      properties.getProperty("user"),
                      properties.getProperty("client"),
                      Long.parseLong(properties.getProperty("total", "-1")),
                      outcome(properties)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
