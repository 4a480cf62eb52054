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
 */
public record SessionRecord(
    SessionId id,
    String url,
    String originalUrl,
    String query,
    String user,
    String client,
    long total) {

  private static final String FORMAT = "1";

  /** The same session with its total length. */
  public SessionRecord withTotal(long newTotal) {
    return new SessionRecord(id, url, originalUrl, query, user, client, newTotal);
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
                      Long.parseLong(properties.getProperty("total", "-1"))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
