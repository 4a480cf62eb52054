package org.bitstck.play.client.scripted;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.play.client.scripted.ByteRanges.Span;
import org.bitstck.play.tap.Answer;

/**
 * Answers GET and HEAD of an entity: single and several ranges, Last-Modified, conditions; MC-BUP
 * section 2.3.
 */
final class Download {
  private static final String BOUNDARY = "bits-tck-part";
  private static final Header TYPE = new Header("Content-Type", "application/octet-stream");

  private final byte[] entity;
  private final Header lastModified;

  /**
   * @param lastModified in UTC, whole seconds
   */
  Download(byte[] entity, ZonedDateTime lastModified) {
    this.entity = entity;
    this.lastModified =
        new Header(
            "Last-Modified",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                lastModified.withZoneSameInstant(ZoneOffset.UTC)));
  }

  /** The answer to GET. */
  Answer get(Request request) {
    Headers headers = request.headers();
    Optional<String> unmodified = headers.first("If-Unmodified-Since");
    if (unmodified.filter(date -> !isSame(date)).isPresent()) {
      return Answer.of(412);
    }
    if (headers.first("If-Modified-Since").filter(this::isSame).isPresent()) {
      return Answer.of(304, lastModified);
    }
    Optional<String> range = headers.first("Range");
    if (range.isEmpty() || headers.first("If-Range").filter(d -> !isSame(d)).isPresent()) {
      return whole();
    }
    return ByteRanges.of(range.get(), entity.length).map(this::parts).orElseGet(this::whole);
  }

  /** The answer to HEAD. */
  Answer head() {
    return whole().withoutBytes();
  }

  private boolean isSame(String date) {
    return date.strip().equals(lastModified.value());
  }

  private Answer whole() {
    return Answer.of(200, TYPE, lastModified, new Header("Accept-Ranges", "bytes"))
        .withBody(entity);
  }

  private Answer parts(List<Span> spans) {
    if (spans.isEmpty()) {
      return Answer.of(416, new Header(Bits.CONTENT_RANGE, "bytes */" + entity.length));
    }
    if (spans.size() == 1) {
      Header range = new Header(Bits.CONTENT_RANGE, spans.get(0).contentRange(entity.length));
      return Answer.of(206, TYPE, lastModified, range).withBody(bytes(spans.get(0)));
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Span span : spans) {
      body.writeBytes(
          text(
              "\r\n--%s\r\nContent-Type: %s\r\nContent-Range: %s\r\n\r\n"
                  .formatted(BOUNDARY, TYPE.value(), span.contentRange(entity.length))));
      body.writeBytes(bytes(span));
    }
    body.writeBytes(text("\r\n--" + BOUNDARY + "--\r\n"));
    Header type = new Header(TYPE.name(), "multipart/byteranges; boundary=" + BOUNDARY);
    return Answer.of(206, type, lastModified).withBody(body.toByteArray());
  }

  private byte[] bytes(Span span) {
    return Arrays.copyOfRange(entity, span.first(), span.last() + 1);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
