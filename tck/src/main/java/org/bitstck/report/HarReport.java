package org.bitstck.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.engine.RunResult;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;

/**
 * The traffic of a run as an HTTP archive, HAR 1.2: a page for each scenario, an entry for each
 * exchange. Long bodies are shortened, secrets left out.
 */
public final class HarReport implements Report {
  private static final int MOST_BYTES = 64 * 1024;

  private final String kitVersion;
  private final Traffic traffic;

  public HarReport(String kitVersion, Traffic traffic) {
    this.kitVersion = kitVersion;
    this.traffic = traffic;
  }

  @Override
  public String fileName() {
    return "traffic.har";
  }

  @Override
  public void write(RunResult result, Writer writer) throws IOException {
    List<Traffic.Entry> entries = traffic.entries();
    Secrets secrets =
        Secrets.in(
            entries.stream().map(Traffic.Entry::exchange).toList(), result.subject().secrets());
    try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeObjectFieldStart("log");
      json.writeStringField("version", "1.2");
      json.writeObjectFieldStart("creator");
      json.writeStringField("name", "bits-tck");
      json.writeStringField("version", kitVersion);
      json.writeEndObject();
      pages(json, entries);
      json.writeArrayFieldStart("entries");
      for (Traffic.Entry entry : entries) {
        new Entry(json, secrets).write(entry);
      }
      json.writeEndArray();
      json.writeStringField("comment", result.subject().name() + ": " + result.summary().text());
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static void pages(JsonGenerator json, List<Traffic.Entry> entries) throws IOException {
    Map<String, Traffic.Entry> first = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> entry.scenario() != null)
        .forEach(entry -> first.putIfAbsent(entry.scenario(), entry));
    json.writeArrayFieldStart("pages");
    for (Traffic.Entry entry : first.values()) {
      json.writeStartObject();
      json.writeStringField("startedDateTime", entry.start().toString());
      json.writeStringField("id", entry.scenario());
      json.writeStringField("title", entry.scenario());
      json.writeObjectFieldStart("pageTimings");
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes one entry. */
  private record Entry(JsonGenerator json, Secrets secrets) {
    void write(Traffic.Entry entry) throws IOException {
      Exchange exchange = entry.exchange();
      json.writeStartObject();
      if (entry.scenario() != null) {
        json.writeStringField("pageref", entry.scenario());
      }
      json.writeStringField("startedDateTime", entry.start().toString());
      json.writeNumberField("time", millis(exchange.timing().total()));
      request(entry);
      response(exchange);
      json.writeObjectFieldStart("cache");
      json.writeEndObject();
      timings(exchange);
      json.writeStringField("connection", String.valueOf(exchange.connection()));
      if (exchange.response() == null) {
        json.writeStringField("comment", Texts.printable(exchange.outcome()));
      }
      json.writeEndObject();
    }

    private static double millis(long micros) {
      return Math.max(0, micros) / 1000.0;
    }

    private void request(Traffic.Entry entry) throws IOException {
      Request request = entry.exchange().request();
      json.writeObjectFieldStart("request");
      json.writeStringField("method", request.method());
      json.writeStringField("url", entry.url());
      json.writeStringField("httpVersion", request.version());
      headers(request.headers());
      json.writeArrayFieldStart("queryString");
      json.writeEndArray();
      json.writeNumberField("headersSize", request.raw() != null ? -1 : request.head().length);
      json.writeNumberField("bodySize", request.raw() != null ? -1 : request.body().length);
      if (request.raw() != null) {
        json.writeStringField(
            "comment", "written to the byte: " + shown(request.raw()).text().strip());
      } else if (request.body().length > 0) {
        Content content = shown(request.body());
        json.writeObjectFieldStart("postData");
        json.writeStringField("mimeType", type(request.headers()));
        json.writeArrayFieldStart("params");
        json.writeEndArray();
        json.writeStringField("text", content.text());
        if (content.base64()) {
          json.writeStringField("_encoding", "base64");
        }
        if (!content.comment().isEmpty()) {
          json.writeStringField("comment", content.comment());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }

    /** Without an answer the status is 0, as browsers write it. */
    private void response(Exchange exchange) throws IOException {
      Response response = exchange.response();
      byte[] body = response == null ? new byte[0] : response.body();
      json.writeObjectFieldStart("response");
      json.writeNumberField("status", response == null ? 0 : response.status());
      json.writeStringField(
          "statusText", response == null ? "" : Texts.printable(secrets.hide(response.reason())));
      json.writeStringField("httpVersion", response == null ? "" : response.version());
      headers(response == null ? new Headers(List.of()) : response.headers());
      Content content = shown(body);
      json.writeObjectFieldStart("content");
      json.writeNumberField("size", body.length);
      json.writeStringField("mimeType", response == null ? "" : type(response.headers()));
      if (body.length > 0) {
        json.writeStringField("text", content.text());
        if (content.base64()) {
          json.writeStringField("encoding", "base64");
        }
        if (!content.comment().isEmpty()) {
          json.writeStringField("comment", content.comment());
        }
      }
      json.writeEndObject();
      json.writeStringField(
          "redirectURL",
          response == null ? "" : secrets.hide(response.headers().first("Location").orElse("")));
      json.writeNumberField(
          "headersSize",
          response == null || response.head().length == 0 ? -1 : response.head().length);
      json.writeNumberField("bodySize", response == null ? -1 : body.length);
      json.writeEndObject();
    }

    private void timings(Exchange exchange) throws IOException {
      long first = exchange.timing().firstByte();
      long sent = exchange.timing().sent();
      long until = first < 0 ? exchange.timing().done() : first;
      json.writeObjectFieldStart("timings");
      json.writeNumberField("send", 0);
      json.writeNumberField("wait", millis(until - sent));
      json.writeNumberField("receive", millis(exchange.timing().done() - until));
      json.writeEndObject();
    }

    private void headers(Headers headers) throws IOException {
      json.writeArrayFieldStart("cookies");
      json.writeEndArray();
      json.writeArrayFieldStart("headers");
      for (Header header : headers) {
        json.writeStartObject();
        json.writeStringField("name", header.name());
        json.writeStringField("value", Texts.printable(secrets.value(header)));
        json.writeEndObject();
      }
      json.writeEndArray();
    }

    private static String type(Headers headers) {
      return headers.first("Content-Type").orElse("application/octet-stream");
    }

    /** How a body stands in the archive. */
    private record Content(String text, boolean base64, String comment) {}

    private Content shown(byte[] body) {
      int shown = Math.min(body.length, MOST_BYTES);
      String comment = shown < body.length ? "the first " + shown + " bytes" : "";
      String text = new String(body, 0, shown, StandardCharsets.ISO_8859_1);
      boolean plain =
          text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || Character.isWhitespace(c));
      if (!plain) {
        byte[] part = shown < body.length ? java.util.Arrays.copyOf(body, shown) : body;
        return new Content(Base64.getEncoder().encodeToString(part), true, comment);
      }
      StringBuilder hidden = new StringBuilder();
      text.lines().forEach(line -> hidden.append(secrets.line(line)).append('\n'));
      return new Content(
          hidden.toString().strip().equals(text.strip()) ? text : hidden.toString(),
          false,
          comment);
    }
  }
}
