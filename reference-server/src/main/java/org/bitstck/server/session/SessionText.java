package org.bitstck.server.session;

import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import java.util.Properties;
import org.bitstck.server.protocol.SessionId;

/** How the record of a session is written into its file. */
final class SessionText {
  private static final String FORMAT = "1";

  private SessionText() {}

  /** The text of a session's file. */
  static String write(SessionRecord session) {
    StringBuilder text = new StringBuilder(300);
    put(text, "format", FORMAT);
    put(text, "id", session.id().toString());
    put(text, "url", session.url());
    put(text, "original-url", session.originalUrl());
    put(text, "query", session.query());
    put(text, "user", session.user());
    put(text, "client", session.client());
    put(text, "total", Long.toString(session.total()));
    Outcome outcome = session.outcome();
    if (outcome != null) {
      put(text, "accepted", Boolean.toString(outcome.accepted()));
      put(text, "reply-url", outcome.replyUrl());
      put(text, "reply-token", outcome.replyToken());
      put(text, "copy", Boolean.toString(outcome.copy()));
    }
    return text.toString();
  }

  /** A line as {@link Properties} reads it; its own writing is slow, and adds the time of day. */
  private static void put(StringBuilder text, String key, String value) {
    if (value == null) {
      return;
    }
    text.append(key).append('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case ' ', '\t', '\f', '\\' -> text.append('\\').append(c);
        default -> text.append(c);
      }
    }
    text.append('\n');
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
