package org.bitstck.play.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.server.Body;
import org.bitstck.scenario.server.FragmentRange;
import org.bitstck.scenario.server.HeaderStyle;
import org.bitstck.scenario.server.RequestStep;

/** Makes the request of a step: what a correct client would send, changed as the step says. */
final class RequestMaker {
  private final Stage stage;

  RequestMaker(Stage stage) {
    this.stage = stage;
  }

  Request make(RequestStep step) {
    if (step.wire() != null) {
      return raw(step);
    }
    byte[] body = body(step);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    put(headers, "Host", stage.destinations().endpoint().authority());
    stage
        .accessHeaders(step.directory(), step.login())
        .forEach(header -> put(headers, header.name(), header.value()));
    if (step.kind().isPresent() || step.type() != null) {
      packetHeaders(step, headers);
    }
    if (body.length > 0 || step.method().equals(Bits.METHOD) || step.method().equals("POST")) {
      put(headers, Bits.CONTENT_LENGTH, String.valueOf(body.length));
    }
    if (step.expectContinue()) {
      put(headers, "Expect", "100-continue");
    }
    step.headers().forEach(edit -> edit(headers, edit, step));
    return new Request(
        step.method(),
        target(step),
        step.version(),
        new Headers(styled(step.style(), lines(headers))),
        body,
        null);
  }

  private Request raw(RequestStep step) {
    String text =
        stage
            .fill(step.wire(), step)
            .replace("\r", "")
            .replace("\n", "")
            .replace("\\r", "\r")
            .replace("\\n", "\n")
            .replace("\\0", "\0")
            .replace("\\t", "\t");
    return new Request(
        "",
        "",
        "",
        new Headers(List.of()),
        new byte[0],
        text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String target(RequestStep step) {
    String path =
        step.target() != null
            ? stage.fill(step.target(), step)
            : stage.destinations().path(step.directory(), step.destination());
    return step.absolute() ? stage.destinations().absolute(path) : path;
  }

  private void packetHeaders(RequestStep step, Map<String, List<String>> headers) {
    String type = step.type();
    put(
        headers,
        Bits.PACKET_TYPE,
        type != null ? type : stage.traits().token(step.kind().orElseThrow()));
    PacketKind kind = step.kind().orElse(null);
    if (kind == PacketKind.CREATE_SESSION) {
      put(headers, Bits.SUPPORTED_PROTOCOLS, stage.traits().protocol());
    } else if (kind != PacketKind.PING) {
      stage.sessions().id(step.session()).ifPresent(id -> put(headers, Bits.SESSION_ID, id));
    }
    if (step.range() != null) {
      long size = stage.file(step.file()).size();
      long total = step.total() >= 0 ? step.total() : size;
      FragmentRange range = stage.sessions().range(step);
      put(
          headers,
          Bits.CONTENT_RANGE,
          "bytes " + range.first() + "-" + range.lastIn(size) + "/" + total);
    }
  }

  private byte[] body(RequestStep step) {
    if (step.body() instanceof Body.Bytes written) {
      return written.bytes();
    }
    Body.OfFile ofFile = (Body.OfFile) step.body();
    if (ofFile == null && step.range() == null) {
      return new byte[0];
    }
    boolean own = ofFile != null && ofFile.first() >= 0;
    TestFile file =
        stage.file(ofFile != null && ofFile.file() != null ? ofFile.file() : step.file());
    FragmentRange range =
        own || step.range() == null
            ? new FragmentRange(
                ofFile == null ? 0 : Math.max(0, ofFile.first()),
                ofFile == null ? -1 : ofFile.last())
            : stage.sessions().range(step);
    byte[] bytes = file.bytes(range.first(), range.lastIn(file.size()));
    if (ofFile != null && ofFile.xor() != 0) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] ^= (byte) ofFile.xor();
      }
    }
    return bytes;
  }

  private void edit(Map<String, List<String>> headers, HeaderEdit edit, RequestStep step) {
    String name =
        headers.keySet().stream()
            .filter(known -> known.equalsIgnoreCase(edit.name()))
            .findFirst()
            .orElse(edit.name());
    if (edit.values().isEmpty()) {
      headers.remove(name);
    } else {
      headers.put(name, edit.values().stream().map(v -> stage.fill(v, step)).toList());
    }
  }

  private static void put(Map<String, List<String>> headers, String name, String value) {
    headers.put(name, List.of(value));
  }

  private static List<Header> lines(Map<String, List<String>> headers) {
    List<Header> lines = new ArrayList<>();
    headers.forEach((name, values) -> values.forEach(v -> lines.add(new Header(name, v))));
    return lines;
  }

  private static List<Header> styled(HeaderStyle style, List<Header> lines) {
    List<Header> styled = new ArrayList<>(lines);
    switch (style) {
      case AS_WINDOWS -> {}
      case LOWER_CASE ->
          styled.replaceAll(h -> new Header(h.name().toLowerCase(Locale.ROOT), h.value()));
      case UPPER_CASE ->
          styled.replaceAll(h -> new Header(h.name().toUpperCase(Locale.ROOT), h.value()));
      case REVERSED -> Collections.reverse(styled);
      case PADDED -> styled.replaceAll(h -> new Header(h.name(), "  \t" + h.value() + " \t "));
      case FOLDED ->
          styled.replaceAll(
              h -> h.name().startsWith("BITS-") ? new Header(h.name(), "\r\n  " + h.value()) : h);
    }
    return styled;
  }
}
