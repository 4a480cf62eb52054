package org.bitstck.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;

/** Exchanges as text that people read: heads in full, bodies shortened, secrets left out. */
public final class Transcript {
  private static final int RAW_CHARACTERS = 1200;
  private static final int HEADER_CHARACTERS = 300;
  private static final int TEXT_CHARACTERS = 400;
  private static final int BINARY_BYTES = 16;

  /** So many of very many exchanges are shown from the start, and from the end. */
  private static final int SHOWN = 10;

  private final Secrets secrets;
  private final StringBuilder text = new StringBuilder();

  private Transcript(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * The exchanges in order, one text for each, with what went on beside them; of very many, as of a
   * client that does not stop, those in the middle are left out. Times are milliseconds of the
   * scenario.
   */
  public static List<String> of(List<Exchange> exchanges, List<Aside> asides, Secrets secrets) {
    List<String> texts = new ArrayList<>();
    int left = exchanges.size() > 3 * SHOWN ? exchanges.size() - 2 * SHOWN : 0;
    for (int i = 0; i < exchanges.size(); i++) {
      if (left == 0 || i < SHOWN || i >= SHOWN + left) {
        texts.add(of(exchanges.get(i), asides, secrets, i == 0));
      } else if (i == SHOWN) {
        texts.add("… " + left + " more exchanges …\n");
      }
    }
    return texts;
  }

  private static String of(
      Exchange exchange, List<Aside> asides, Secrets secrets, boolean isFirst) {
    Transcript transcript = new Transcript(secrets);
    if (isFirst) {
      transcript.asides(asides, 0, false);
    }
    transcript.exchange(exchange, asides);
    return transcript.text.toString();
  }

  private void exchange(Exchange exchange, List<Aside> asides) {
    line(
        "#"
            + exchange.number()
            + (exchange.toApplication()
                ? " the server to its application"
                : " connection " + exchange.connection() + (exchange.reused() ? " (reused)" : ""))
            + ", at "
            + millis(exchange.timing().sent())
            + " ms");
    request(exchange.request());
    asides(asides, exchange.number(), true);
    exchange.interim().forEach(this::response);
    if (exchange.response() != null) {
      response(exchange.response());
    } else {
      line("< " + exchange.outcome());
    }
    line(
        "  after "
            + millis(exchange.timing().total())
            + " ms"
            + (exchange.surplus() > 0
                ? ", with " + exchange.surplus() + " more bytes behind the answer"
                : ""));
    asides(asides, exchange.number(), false);
  }

  private void asides(List<Aside> asides, int number, boolean scripted) {
    for (Aside aside : asides) {
      if (aside.after() == number && (aside.kind() == Aside.Kind.SCRIPTED) == scripted) {
        line("* " + secrets.hide(aside.words()));
      }
    }
  }

  private void request(Request request) {
    if (request.raw() != null) {
      String raw = new String(request.raw(), StandardCharsets.ISO_8859_1);
      shortened(raw, RAW_CHARACTERS).lines().forEach(l -> line("> " + secrets.line(l)));
      return;
    }
    line("> " + request.method() + " " + request.target() + " " + request.version());
    request.headers().forEach(header -> header("> ", header));
    body("> ", request.body());
  }

  private void response(Response response) {
    line(
        ("< "
                + response.version()
                + " "
                + response.status()
                + " "
                + secrets.hide(response.reason()))
            .stripTrailing());
    response.headers().forEach(header -> header("< ", header));
    body("< ", response.body());
  }

  private void header(String arrow, Header header) {
    line(arrow + header.name() + ": " + shortened(secrets.value(header), HEADER_CHARACTERS));
  }

  private void body(String arrow, byte[] body) {
    if (body.length == 0) {
      return;
    }
    line(arrow.stripTrailing());
    String decoded = new String(body, StandardCharsets.UTF_8);
    if (isText(decoded)) {
      shortened(secrets.hide(decoded), TEXT_CHARACTERS).lines().forEach(l -> line(arrow + l));
      if (decoded.length() > TEXT_CHARACTERS) {
        line(arrow + "(" + body.length + " bytes)");
      }
    } else {
      int shown = Math.min(body.length, BINARY_BYTES);
      line(
          arrow
              + "("
              + body.length
              + " bytes: "
              + HexFormat.ofDelimiter(" ").formatHex(body, 0, shown)
              + (shown < body.length ? " …" : "")
              + ")");
    }
  }

  private static boolean isText(String decoded) {
    return decoded
        .chars()
        .limit(TEXT_CHARACTERS)
        .noneMatch(c -> c == 0xFFFD || (c < ' ' && c != '\r' && c != '\n' && c != '\t'));
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most) + "…" : text;
  }

  private void line(String line) {
    text.append(Texts.printable(line)).append('\n');
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f", micros / 1000.0);
  }
}
