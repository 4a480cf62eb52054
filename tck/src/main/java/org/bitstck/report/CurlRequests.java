package org.bitstck.report;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Request;
import org.bitstck.report.CurlScript.CurlCannot;

/** Requests as command lines of curl. */
final class CurlRequests {
  /** Longer bodies are made on the spot, of one letter. */
  private static final int LITERAL_BODY = 400;

  /** Shorter ids would be found in other text as well. */
  private static final int SHORTEST_ID = 8;

  /** Quiet but for errors, with the head of the answer, ten seconds at most. */
  private static final String CURL_OPTIONS = "-sSi -m 10";

  /** What stands behind a whole request as written: no end of the answer is known there. */
  private static final int RAW_SECONDS = 3;

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~\\w-]+");
  private static final Pattern URL_PATH = Pattern.compile("/[\\w./~%=&?+,:;!()*'@-]*");
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");

  private final String base;
  private final String authority;
  private final boolean tls;
  private final Secrets secrets;
  private final Map<Pattern, String> names = new HashMap<>();
  private boolean abbreviated;
  private String target;

  CurlRequests(URI url, Secrets secrets) {
    this.authority = url.getRawAuthority();
    this.base = url.getScheme() + "://" + authority;
    this.tls = "https".equalsIgnoreCase(url.getScheme());
    this.secrets = secrets;
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** From now on what the pattern finds is written as this piece of shell. */
  void name(Pattern pattern, String by) {
    names.put(pattern, by);
  }

  /** What stands before the requests so that they are shorter. */
  List<String> abbreviate(List<Exchange> exchanges) {
    List<Request> packets =
        exchanges.stream()
            .map(Exchange::request)
            .filter(request -> request.isPacket() && whyRaw(request).isEmpty())
            .toList();
    if (packets.size() < 2) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    target =
        packets.stream()
            .map(Request::target)
            .filter(path -> URL_PATH.matcher(path).matches())
            .findFirst()
            .orElse(null);
    if (target != null) {
      lines.add("u=" + word(Map.of()).of(base + target));
    }
    abbreviated = true;
    lines.add(
        "bits() { curl "
            + CURL_OPTIONS
            + " -X "
            + Bits.METHOD
            + " -H Content-Type: -H Expect: \"$@\"; }");
    return lines;
  }

  /**
   * One request.
   *
   * @param sessions the shell's names of the session ids so far
   */
  String line(Request request, Map<String, String> sessions) throws CurlCannot {
    Optional<String> why = whyRaw(request);
    return why.isPresent() ? raw(request, sessions, why.get()) : curl(request, sessions);
  }

  /** Why curl would not send it as it is; empty if it would. */
  private static Optional<String> whyRaw(Request request) {
    if (request.raw() != null) {
      return Optional.of("the request is written to the byte");
    }
    List<String> lengths = request.headers().all(Bits.CONTENT_LENGTH);
    boolean odd =
        request.headers().lines().stream()
            .anyMatch(
                h ->
                    !TOKEN.matcher(h.name()).matches()
                        || !PRINTABLE.matcher(h.value()).matches()
                        || (h.value().isBlank() && !h.value().isEmpty()));
    boolean length =
        request.body().length > 0
            && !lengths.equals(List.of(String.valueOf(request.body().length)));
    boolean version = !request.version().matches("HTTP/1\\.[01]");
    if (odd
        || length
        || lengths.size() > 1
        || version
        || request.headers().all("Host").size() > 1
        || request.headers().has("Transfer-Encoding")) {
      return Optional.of("curl would not send such a request");
    }
    return Optional.empty();
  }

  private String raw(Request request, Map<String, String> sessions, String why) throws CurlCannot {
    if (tls) {
      throw new CurlCannot(why + ", and goes over TLS");
    }
    String text = text(request.bytes());
    if (text.indexOf('\u00FF') >= 0) {
      throw new CurlCannot(why + ", with bytes that curl doubles");
    }
    if (request.headers().lines().stream().anyMatch(h -> secrets.isSecret(h.name()))
        || text.lines().anyMatch(line -> !secrets.line(line).equals(line))) {
      throw new CurlCannot(why + ", with credentials in it");
    }
    return word(sessions).printf(text) + " | curl -s -m " + RAW_SECONDS + " telnet://" + authority;
  }

  /**
   * A request that goes over the connection of the one before, to be put behind its line.
   *
   * @throws CurlCannot if one of the two is none that curl sends
   */
  String next(Request before, Request request, Map<String, String> sessions) throws CurlCannot {
    ShellWord word = word(sessions);
    boolean piped = request.body().length > 0 && piped(request.body(), word) != null;
    if (piped || whyRaw(before).isPresent() || whyRaw(request).isPresent()) {
      throw new CurlCannot("the request has to go over the connection of the one before");
    }
    if (before.body().length > 0) {
      throw new CurlCannot("curl leaves a connection on which more comes than was asked for");
    }
    return " --next " + CURL_OPTIONS + rest(request, sessions, false);
  }

  private String curl(Request request, Map<String, String> sessions) {
    byte[] body = request.body();
    String pipe = body.length == 0 ? null : piped(body, word(sessions));
    boolean brief = abbreviated && request.isPacket();
    return (pipe == null ? "" : pipe + " | ")
        + (brief ? "bits" : "curl " + CURL_OPTIONS)
        + rest(request, sessions, brief);
  }

  private String rest(Request request, Map<String, String> sessions, boolean brief) {
    ShellWord word = word(sessions);
    StringBuilder line = new StringBuilder();
    if (request.method().equals("HEAD")) {
      line.append(" -I");
    } else if (!brief && !request.method().equals("GET")) {
      line.append(" -X ").append(word.of(request.method()));
    }
    if (request.version().equals("HTTP/1.0")) {
      line.append(" --http1.0");
    }
    headers(request, sessions, line, brief);
    byte[] body = request.body();
    if (body.length > 0) {
      line.append(
          piped(body, word) != null ? " --data-binary @-" : " --data-raw " + word.of(text(body)));
    }
    return line.append(url(request.target(), word)).toString();
  }

  /** How a body is made that cannot stand in the line itself; null if it can. */
  private static String piped(byte[] body, ShellWord word) {
    String text = text(body);
    if (body.length > LITERAL_BODY) {
      return "head -c " + body.length + " /dev/zero | tr '\\0' x";
    }
    return PRINTABLE.matcher(text).matches() ? null : word.printf(text);
  }

  private void headers(
      Request request, Map<String, String> sessions, StringBuilder line, boolean brief) {
    boolean hasBody = request.body().length > 0;
    if (!brief && hasBody) {
      if (!request.headers().has("Content-Type")) {
        line.append(" -H Content-Type:");
      }
      if (!request.headers().has("Expect")) {
        line.append(" -H Expect:");
      }
    }
    if (!request.headers().has("Host")) {
      line.append(" -H Host:");
    }
    for (Header header : request.headers()) {
      boolean curls =
          (header.is("Host") && header.value().equals(authority))
              || (header.is(Bits.CONTENT_LENGTH) && hasBody);
      if (!curls) {
        line.append(' ').append(header(header, sessions));
      }
    }
  }

  private String header(Header header, Map<String, String> sessions) {
    if (header.is("Authorization") && header.value().startsWith("Basic ")) {
      return "-u \"${LOGIN:?user:password}\"";
    }
    if (secrets.isSecret(header.name())) {
      String variable = header.name().toUpperCase(Locale.ROOT).replaceAll("\\W", "_");
      return "-H '" + header.name() + ": '\"${" + variable + ":?its value}\"";
    }
    String name = header.is(Bits.SESSION_ID) ? sessions.get(header.value()) : null;
    if (name != null) {
      return "-H \"" + header.name() + ": $" + name + "\"";
    }
    return "-H "
        + word(sessions)
            .of(
                header.value().isEmpty()
                    ? header.name() + ";"
                    : header.name() + ": " + header.value());
  }

  private String url(String path, ShellWord word) {
    if (path.equals(target)) {
      return " \"$u\"";
    }
    if (!URL_PATH.matcher(path).matches()) {
      return " --request-target " + word.of(path) + " " + word.of(base + "/");
    }
    boolean dots = path.contains("/.");
    return (dots ? " --path-as-is " : " ") + word.of(base + path);
  }

  private ShellWord word(Map<String, String> sessions) {
    ShellWord word = new ShellWord();
    names.forEach(word::with);
    sessions.forEach(
        (id, name) -> {
          if (id.length() >= SHORTEST_ID) {
            word.with(Pattern.compile(Pattern.quote(id)), "\"$" + name + "\"");
            other(word, id, id.toLowerCase(Locale.ROOT), name, "A-Z a-z");
            other(word, id, id.toUpperCase(Locale.ROOT), name, "a-z A-Z");
          }
        });
    return word;
  }

  private static void other(ShellWord word, String id, String cased, String name, String how) {
    if (!cased.equals(id)) {
      word.with(
          Pattern.compile(Pattern.quote(cased)), "\"$(echo \"$" + name + "\" | tr " + how + ")\"");
    }
  }
}
