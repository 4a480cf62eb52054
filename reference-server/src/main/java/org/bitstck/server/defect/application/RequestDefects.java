package org.bitstck.server.defect.application;

import static org.bitstck.server.defect.application.ApplicationDefects.defect;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.bitstck.server.application.ApplicationPolicies;
import org.bitstck.server.application.BodySink;
import org.bitstck.server.defect.Defect;
import org.bitstck.server.protocol.BitsHeader;

/** Mistakes in reading a notification. */
final class RequestDefects {
  /** What a careless program takes from its stream at once. */
  private static final int FIRST_BUFFER = 8192;

  private RequestDefects() {}

  static List<Defect<AtomicReference<ApplicationPolicies>>> all() {
    return List.of(
        defect(
            "BITS-APP-REQUEST-001/default-name",
            "An invalid notification is processed with a default file name.",
            policies -> reading(policies, RequestDefects::named)),
        defect(
            "BITS-APP-REQUEST-001/old-version",
            "A notification over HTTP/1.0 is processed.",
            policies -> reading(policies, head -> head.setProtocolVersion(HttpVersion.HTTP_1_1))),
        defect(
            "BITS-APP-REQUEST-002/fixed-path",
            "By value the body is ignored, because a fixed path is read.",
            policies -> policies.withDesk(FixedPath::new)),
        defect(
            "BITS-APP-REQUEST-002/half",
            "A notification with only one of the two file names is taken by value.",
            policies -> reading(policies, RequestDefects::withoutHalf)),
        defect(
            "BITS-APP-REQUEST-003/first-buffer",
            "By value only the first buffer of the body is read.",
            policies -> policies.withBodies(FirstBuffer::new)),
        defect(
            "BITS-APP-REQUEST-003/form",
            "By value the body is decoded as a form.",
            policies -> policies.withBodies(Form::new)));
  }

  private static ApplicationPolicies reading(
      ApplicationPolicies policies, Consumer<HttpRequest> before) {
    return policies.with(
        head -> {
          before.accept(head);
          return policies.reader().read(head);
        });
  }

  private static void named(HttpRequest head) {
    if (!head.headers().contains(BitsHeader.ORIGINAL_REQUEST_URL)) {
      head.headers().set(BitsHeader.ORIGINAL_REQUEST_URL, "http://localhost/upload.dat");
    }
  }

  private static void withoutHalf(HttpRequest head) {
    HttpHeaders headers = head.headers();
    if (headers.contains(BitsHeader.REQUEST_DATA_FILE_NAME)
        != headers.contains(BitsHeader.RESPONSE_DATA_FILE_NAME)) {
      headers.remove(BitsHeader.REQUEST_DATA_FILE_NAME);
      headers.remove(BitsHeader.RESPONSE_DATA_FILE_NAME);
    }
  }

  /** Takes no more than the first bytes. */
  private static final class FirstBuffer implements BodySink {
    private final BodySink next;
    private int left = FIRST_BUFFER;

    FirstBuffer(BodySink next) {
      this.next = next;
    }

    @Override
    public void write(ByteBuffer bytes) throws java.io.IOException {
      int length = Math.min(left, bytes.remaining());
      left -= length;
      next.write(bytes.slice(bytes.position(), length));
    }
  }

  /** Plus signs become blanks, escapes bytes. */
  private static final class Form implements BodySink {
    private final BodySink next;

    Form(BodySink next) {
      this.next = next;
    }

    @Override
    public void write(ByteBuffer bytes) throws java.io.IOException {
      byte[] raw = new byte[bytes.remaining()];
      bytes.get(raw);
      String text = new String(raw, StandardCharsets.UTF_8).replace('+', ' ').replace("%41", "A");
      next.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
