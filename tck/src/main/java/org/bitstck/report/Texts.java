package org.bitstck.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Finding;

/** Exchanges as text that people read: heads in full, bodies shortened, secrets left out. */
public final class Texts {
  private static final int RAW_CHARACTERS = 1200;

  /** So many of very many exchanges are shown from the start, and from the end. */
  private static final int SHOWN = 10;

  private Texts() {}

  /**
   * The transcripts of exchanges in order, as told by {@link #transcript(Exchange)}: of very many,
   * as of a client that does not stop, those in the middle are left out.
   */
  public static String transcript(List<Exchange> exchanges) {
    StringBuilder text = new StringBuilder();
    int left = exchanges.size() > 3 * SHOWN ? exchanges.size() - 2 * SHOWN : 0;
    for (int i = 0; i < exchanges.size(); i++) {
      if (left == 0 || i < SHOWN || i >= SHOWN + left) {
        text.append(transcript(exchanges.get(i)));
      } else if (i == SHOWN) {
        line(text, "… " + left + " more exchanges …");
      }
    }
    return text.toString();
  }

  /** The transcript of one exchange, each line indented, times in milliseconds of the scenario. */
  public static String transcript(Exchange exchange) {
    StringBuilder text = new StringBuilder();
    line(
        text,
        "#"
            + exchange.number()
            + (exchange.toApplication()
                ? " the server to its application"
                : " connection " + exchange.connection() + (exchange.reused() ? " (reused)" : ""))
            + ", at "
            + millis(exchange.timing().sent())
            + " ms");
    request(text, exchange.request());
    for (Response interim : exchange.interim()) {
      response(text, interim);
    }
    if (exchange.response() != null) {
      response(text, exchange.response());
    } else {
      line(text, "< " + exchange.outcome());
    }
    line(text, "  after " + millis(exchange.timing().total()) + " ms");
    return text.toString();
  }

  private static void request(StringBuilder text, Request request) {
    if (request.raw() != null) {
      String raw = new String(request.raw(), StandardCharsets.ISO_8859_1);
      String shown = raw.length() > RAW_CHARACTERS ? raw.substring(0, RAW_CHARACTERS) + "…" : raw;
      shown.lines().forEach(l -> line(text, "> " + printable(l)));
      return;
    }
    line(text, "> " + request.method() + " " + request.target() + " " + request.version());
    for (Header header : request.headers()) {
      line(text, "> " + printable(shown(header)));
    }
    body(text, "> ", request.body());
  }

  private static void response(StringBuilder text, Response response) {
    line(text, "< " + response.version() + " " + response.status() + " " + response.reason());
    for (Header header : response.headers()) {
      line(text, "< " + printable(shown(header)));
    }
    body(text, "< ", response.body());
  }

  private static String shown(Header header) {
    boolean secret =
        header.is("Authorization") || header.is("Proxy-Authorization") || header.is("Cookie");
    String value = secret ? "(not shown)" : header.value();
    return header.name() + ": " + (value.length() > 300 ? value.substring(0, 300) + "…" : value);
  }

  private static void body(StringBuilder text, String arrow, byte[] body) {
    if (body.length == 0) {
      return;
    }
    int shown = Math.min(body.length, 16);
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < shown; i++) {
      hex.append(String.format("%02x ", body[i]));
    }
    line(
        text,
        arrow
            + "("
            + body.length
            + " bytes: "
            + hex.toString().strip()
            + (shown < body.length ? " …" : "")
            + ")");
  }

  private static void line(StringBuilder text, String line) {
    text.append("    ").append(line).append('\n');
  }

  /**
   * The command line that plays a finding again.
   *
   * @param command makes the line that tests this subject, with more options
   */
  public static String again(Finding finding, UnaryOperator<String> command) {
    String selector =
        finding.topic().equals("rules") ? finding.requirement().id() : finding.scenarioId();
    return command.apply("--only '" + selector + "' --trace");
  }

  /** Control characters replaced: a peer's text must not rule the terminal. */
  public static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "?");
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f", micros / 1000.0);
  }
}
