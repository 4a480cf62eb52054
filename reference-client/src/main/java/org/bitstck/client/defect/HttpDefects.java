package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.is;
import static org.bitstck.client.defect.Traffic.isPacket;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpVersion;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Request;
import org.bitstck.client.http.RequestHead;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Packets;

/** How packets and Acks look as HTTP. */
final class HttpDefects {
  private static final Pattern PERCENT = Pattern.compile("%[0-9a-f]{2}", Pattern.CASE_INSENSITIVE);
  private static final int PROTOCOLS = 120;
  private static final int DIARY = 300;

  private HttpDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-HTTP-METHOD-001/post-for-fragments",
            "Fragments are sent with the method POST.",
            Seam.sent(PacketType.FRAGMENT, request -> Traffic.method(request, "POST"))),
        defect(
            "BITS-HTTP-METHOD-001/lower-case",
            "The method is written in lower case.",
            Seam.sent(request -> Traffic.method(request, "bits_post"))),
        defect(
            "BITS-HTTP-VERSION-001/later-connections",
            "On its second connection and later ones it drops to HTTP/1.0.",
            Seam.head(next -> new OtherVersion(next, 1))),
        defect(
            "BITS-HTTP-VERSION-001/http-1-0",
            "Packets are sent as HTTP/1.0.",
            Seam.head(next -> new OtherVersion(next, 0))),
        defect(
            "BITS-HTTP-HEADERS-002/one-spelling",
            "Headers of Acks are found in one spelling only.",
            Seam.read((request, answer) -> inOneSpelling(answer))),
        defect(
            "BITS-HTTP-HEADERS-004/unknown-bits-header",
            "An Ack with a BITS header that the client does not know is no Ack.",
            Seam.read(HttpDefects::withoutUnknownHeaders)),
        defect(
            "BITS-HTTP-HEADERS-004/unknown-extension",
            "An Ack with a header that begins with X- is no Ack.",
            Seam.read(HttpDefects::withoutExtensions)),
        defect(
            "BITS-HTTP-HEADERS-006/diary",
            "CANCEL-SESSION carries a diary of 5000 characters in a header.",
            Seam.sent(
                PacketType.CANCEL_SESSION,
                request -> Traffic.with(request, "X-Diary", "sent a fragment; ".repeat(DIARY)))),
        defect(
            "BITS-HTTP-HEADERS-006/long-protocol-list",
            "CREATE-SESSION offers " + PROTOCOLS + " protocols.",
            Seam.sent(
                PacketType.CREATE_SESSION,
                request -> Traffic.with(request, BitsHeader.SUPPORTED_PROTOCOLS, protocols()))),
        defect(
            "BITS-HTTP-URI-002/percent-in-capitals",
            "The hexadecimal digits of percent-encoded characters are sent as capitals.",
            Seam.sent(request -> target(request, HttpDefects::inCapitals))),
        defect(
                "BITS-HTTP-URI-002/query-dropped",
                "Only CREATE-SESSION has the query string of the URL.",
                Seam.sent(
                    request ->
                        is(request, PacketType.CREATE_SESSION)
                            ? request
                            : target(request, text -> text.replaceFirst("\\?.*", ""))))
            .follows("the query does not reach an alternate host either", "BITS-CLI-HOST-002"));
  }

  private interface Target {
    String of(String target);
  }

  private static Request target(Request request, Target change) {
    Destination to = request.destination();
    return Traffic.to(request, to.withTarget(change.of(to.target())));
  }

  private static String inCapitals(String target) {
    return PERCENT.matcher(target).replaceAll(found -> found.group().toUpperCase(Locale.ROOT));
  }

  private static String protocols() {
    StringBuilder list = new StringBuilder(Packets.PROTOCOL);
    for (int i = 1; i < PROTOCOLS; i++) {
      list.append(String.format(" {7df0354d-249b-430f-820d-%012x}", i));
    }
    return list.toString();
  }

  private static final Set<String> SPELLED =
      Set.of(BitsHeader.PACKET_TYPE, BitsHeader.SESSION_ID, BitsHeader.RECEIVED_CONTENT_RANGE);

  private static Answer inOneSpelling(Answer answer) {
    List<Answer.Field> found =
        answer.fields().stream()
            .filter(
                field ->
                    SPELLED.contains(field.name())
                        || SPELLED.stream().noneMatch(field.name()::equalsIgnoreCase))
            .toList();
    return new Answer(answer.version(), answer.status(), found);
  }

  private static final Set<String> KNOWN =
      Set.of(
          "bits-packet-type",
          "bits-protocol",
          "bits-session-id",
          "bits-received-content-range",
          "bits-reply-url",
          "bits-host-id",
          "bits-host-id-fallback-timeout",
          "bits-error",
          "bits-error-code",
          "bits-error-context");

  private static Answer withoutUnknownHeaders(Request request, Answer answer)
      throws ExchangeFailure {
    for (Answer.Field field : answer.fields()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (name.startsWith("bits-") && !KNOWN.contains(name)) {
        throw ExchangeFailure.invalid("the Ack has a header " + field.name());
      }
    }
    return answer;
  }

  private static Answer withoutExtensions(Request request, Answer answer) throws ExchangeFailure {
    for (Answer.Field field : answer.fields()) {
      if (isPacket(request) && field.name().toLowerCase(Locale.ROOT).startsWith("x-")) {
        throw ExchangeFailure.invalid("the Ack has a header " + field.name());
      }
    }
    return answer;
  }

  /** Speaks HTTP/1.1 on so many connections only. */
  private static final class OtherVersion implements RequestHead {
    private final RequestHead next;
    private final int most;
    private int connections;

    OtherVersion(RequestHead next, int most) {
      this.next = next;
      this.most = most;
    }

    @Override
    public ClassicHttpRequest of(Request request) {
      return next.of(request);
    }

    @Override
    public HttpVersion version() {
      return connections++ < most ? HttpVersion.HTTP_1_1 : HttpVersion.HTTP_1_0;
    }
  }
}
