package org.bitstck.server.session;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.bitstck.server.protocol.SessionId;

/** How the record of a session is written into its file. */
final class SessionText {
  private static final String FORMAT = "1";

  private SessionText() {}

  /** The text of a session's file. */
  static String write(SessionRecord session) {
    Properties properties = new Properties();
    put(properties, "format", FORMAT);
    put(properties, "id", session.id().toString());
    put(properties, "url", session.url());
    put(properties, "original-url", session.originalUrl());
    put(properties, "query", session.query());
    put(properties, "user", session.user());
    put(properties, "client", session.client());
    put(properties, "total", Long.toString(session.total()));
    Outcome outcome = session.outcome();
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

  /** Reads what {@link #write} wrote; empty if it is anything else. */
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
