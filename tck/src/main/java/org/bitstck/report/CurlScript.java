package org.bitstck.report;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;

/**
 * What a finding about a server needs, by hand: lines for a shell, with curl. They make sessions of
 * their own and upload to names of their own, so that they can be used again and again; credentials
 * are asked for.
 */
final class CurlScript {
  private static final int MOST_EXCHANGES = 16;
  private static final int MOST_CHARACTERS = 8000;

  /** Shorter pauses are the peers' own. */
  private static final long LEAST_PAUSE_MICROS = 100_000;

  /** The part of a destination's name that is another one in each run. */
  private static final Pattern RUN = Pattern.compile("bits-tck-[0-9a-f]{8}-");

  private static final Pattern GUID =
      Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}");

  private final String text;
  private final String whyNot;

  private CurlScript(String text, String whyNot) {
    this.text = text;
    this.whyNot = whyNot;
  }

  /** The lines; empty if there are none. */
  Optional<String> text() {
    return Optional.ofNullable(text);
  }

  /** Why there are none although there is something to show; may be empty. */
  String whyNot() {
    return whyNot;
  }

  /**
   * @param url of the server; null where the subject is none
   */
  static CurlScript of(Finding finding, URI url, Secrets secrets) {
    List<Exchange> exchanges = finding.upToThere();
    boolean shows =
        finding.verdict() == Verdict.FAIL
            || finding.verdict() == Verdict.WARN
            || finding.verdict() == Verdict.INFO;
    if (url == null || !shows || exchanges.isEmpty()) {
      return new CurlScript(null, "");
    }
    try {
      return new CurlScript(new Writer(finding, url, secrets).write(exchanges), "");
    } catch (CurlCannot e) {
      return new CurlScript(null, e.getMessage());
    }
  }

  /** One script while it is written. */
  private static final class Writer {
    private final Finding finding;
    private final CurlRequests requests;
    private final Map<String, String> sessions = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    Writer(Finding finding, URI url, Secrets secrets) {
      this.finding = finding;
      this.requests = new CurlRequests(url, secrets);
    }

    String write(List<Exchange> exchanges) throws CurlCannot {
      check(exchanges);
      List<String> invented = invented(exchanges);
      if (!invented.isEmpty() || exchanges.stream().anyMatch(e -> RUN.matcher(target(e)).find())) {
        lines.add("n=$(date +%s)");
        requests.name(RUN, "bits-tck-\"$n\"-");
        invented.forEach(
            id ->
                requests.name(
                    Pattern.compile(Pattern.quote(id)),
                    "'" + id.substring(0, id.lastIndexOf('-') + 1) + "00'\"$n\"'}'"));
      }
      requests.abbreviate(exchanges).forEach(lines::add);
      for (int i = 0; i < exchanges.size(); i++) {
        if (i > 0) {
          pause(exchanges.get(i - 1), exchanges.get(i));
        }
        send(exchanges, i);
      }
      finding.asides().stream()
          .filter(aside -> aside.kind() == Aside.Kind.LOOK && aside.after() == last(exchanges))
          .forEach(aside -> lines.add("# then look: " + Texts.printable(aside.words())));
      String script = String.join("\n", lines);
      if (script.length() > MOST_CHARACTERS) {
        throw new CurlCannot("it is too long for a command line");
      }
      return script;
    }

    /** Session ids that nobody has given: a server may take one up, and know it from then on. */
    private static List<String> invented(List<Exchange> exchanges) {
      List<String> given =
          exchanges.stream()
              .filter(e -> e.request().packetType().equalsIgnoreCase("Create-Session"))
              .flatMap(e -> e.answer().flatMap(AckReading::sessionId).stream())
              .map(id -> id.toLowerCase(Locale.ROOT))
              .toList();
      return exchanges.stream()
          .map(Writer::id)
          .filter(id -> GUID.matcher(id).matches())
          .filter(id -> !given.contains(id.toLowerCase(Locale.ROOT)))
          .distinct()
          .toList();
    }

    private static String id(Exchange exchange) {
      return exchange.request().headers().first(Bits.SESSION_ID).orElse("");
    }

    private static int last(List<Exchange> exchanges) {
      return exchanges.get(exchanges.size() - 1).number();
    }

    private static String target(Exchange exchange) {
      Request request = exchange.request();
      return request.raw() == null ? request.target() : CurlRequests.text(request.raw());
    }

    private void check(List<Exchange> exchanges) throws CurlCannot {
      if (exchanges.size() > MOST_EXCHANGES) {
        throw new CurlCannot("it takes " + exchanges.size() + " requests");
      }
      for (Aside aside : finding.asides()) {
        if (aside.kind() == Aside.Kind.CONTROL && aside.after() <= last(exchanges)) {
          throw new CurlCannot("between the packets there is a " + aside.words());
        }
      }
      for (Exchange exchange : exchanges) {
        if (exchange.ending() == Ending.CUT) {
          throw new CurlCannot("a request has to be broken off");
        }
        if (exchange.ending() == Ending.NO_CONNECTION) {
          throw new CurlCannot("there was no connection");
        }
        if (exchange.answer().filter(r -> r.headers().has("BITS-Reply-URL")).isPresent()) {
          throw new CurlCannot("a server application has to answer");
        }
      }
    }

    private void pause(Exchange before, Exchange next) {
      long micros = next.timing().sent() - before.timing().done();
      boolean meant =
          finding.asides().stream()
              .anyMatch(
                  aside ->
                      aside.kind() == Aside.Kind.PAUSE
                          && aside.after() >= before.number()
                          && aside.after() < next.number());
      if (meant && micros > LEAST_PAUSE_MICROS) {
        lines.add(String.format(Locale.ROOT, "sleep %.1f", micros / 1e6 + 0.05));
      }
    }

    private void send(List<Exchange> exchanges, int i) throws CurlCannot {
      Exchange exchange = exchanges.get(i);
      if (i > 0 && isTied(exchanges.get(i - 1), exchange)) {
        int end = lines.size() - 1;
        lines.set(
            end,
            lines.get(end)
                + requests.next(exchanges.get(i - 1).request(), exchange.request(), sessions));
        return;
      }
      String line = requests.line(exchange.request(), sessions);
      Optional<String> id = exchange.answer().flatMap(AckReading::sessionId);
      boolean isNew =
          id.isPresent()
              && !sessions.containsKey(id.get())
              && exchange.request().packetType().equalsIgnoreCase("Create-Session");
      if (isNew && isUsed(id.get(), exchanges.subList(i + 1, exchanges.size()))) {
        String name = sessions.isEmpty() ? "s" : "s" + (sessions.size() + 1);
        sessions.put(id.get(), name);
        lines.add(name + "=$(" + line + " | tr -d '\\r' |");
        lines.add(
            "  awk -F': *' '{print > \"/dev/stderr\"} tolower($1) == \"bits-session-id\" {print $2}')");
      } else {
        lines.add(line);
      }
    }

    /** The kit itself leaves a connection behind a refusal, unless the scenario is about it. */
    private static boolean isTied(Exchange before, Exchange next) {
      return next.reused()
          && next.connection() == before.connection()
          && before.answer().filter(answer -> !answer.isSuccess()).isPresent();
    }

    private static boolean isUsed(String id, List<Exchange> later) {
      String lower = id.toLowerCase(Locale.ROOT);
      return later.stream()
          .map(exchange -> CurlRequests.text(exchange.request().bytes()).toLowerCase(Locale.ROOT))
          .anyMatch(bytes -> bytes.contains(lower));
    }
  }

  /** It cannot be shown by curl; the message says why. */
  static final class CurlCannot extends Exception {
    CurlCannot(String why) {
      super(why);
    }
  }
}
