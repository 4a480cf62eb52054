package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.UploadFailure;

/** The types of packets, and the id that most of them carry. */
final class SessionDefects {
  private static final String NO_PING = "no host is told by a PING that it is wanted";
  private static final long FEW_BYTES = 100;
  private static final long LARGE = 5000;

  private SessionDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
                "BITS-CLI-TYPE-001/ping-without-type",
                "PING has no BITS-Packet-Type.",
                Seam.sent(
                    PacketType.PING, request -> Traffic.without(request, BitsHeader.PACKET_TYPE)))
            .follows(NO_PING, "BITS-CLI-PING-001", "BITS-CLI-PING-003", "BITS-CLI-HOST-007"),
        defect(
                "BITS-CLI-TYPE-001/invented",
                "Instead of PING it sends a type of its own invention.",
                Seam.sent(
                    PacketType.PING,
                    request -> Traffic.with(request, BitsHeader.PACKET_TYPE, "KEEP-ALIVE")))
            .follows(NO_PING, "BITS-CLI-PING-001", "BITS-CLI-PING-003", "BITS-CLI-HOST-007"),
        defect(
            "BITS-CLI-TYPE-002/json-in-create",
            "CREATE-SESSION has a JSON object as its body.",
            Seam.sent(
                PacketType.CREATE_SESSION, request -> Traffic.body(request, BytesBody.of("{}")))),
        defect(
            "BITS-CLI-TYPE-002/form-in-cancel",
            "CANCEL-SESSION has a form as its body.",
            Seam.sent(
                PacketType.CANCEL_SESSION,
                request -> Traffic.body(request, BytesBody.of("reason=user")))),
        defect(
            "BITS-CLI-SESSION-001/in-capitals",
            "The session id is sent back in capitals.",
            Seam.sent(request -> id(request, id -> id.toUpperCase(Locale.ROOT)))),
        defect(
            "BITS-CLI-SESSION-001/without-braces",
            "The session id is sent back without its braces.",
            Seam.sent(request -> id(request, id -> id.replaceAll("[{}]", "")))),
        defect(
            "BITS-CLI-SESSION-001/none-in-close",
            "CLOSE-SESSION does not say which session.",
            Seam.sent(
                PacketType.CLOSE_SESSION,
                request -> Traffic.without(request, BitsHeader.SESSION_ID))),
        defect(
            "BITS-CLI-SESSION-002/guids-only",
            "A session id that is no GUID is refused.",
            Seam.read(
                PacketType.CREATE_SESSION,
                (request, ack) -> {
                  String id = ack.header(BitsHeader.SESSION_ID);
                  if (id != null && !id.matches("\\{?[0-9A-Fa-f-]{36}}?")) {
                    throw ExchangeFailure.invalid("the session id is no GUID");
                  }
                  return ack;
                })),
        defect(
            "BITS-CLI-SESSION-003/without-braces",
            "PING carries the session id without its braces.",
            Seam.exchanges((http, options) -> new IdInPing(http))),
        defect(
            "BITS-CLI-SESSION-004/made-up-id",
            "Before CREATE-SESSION for more than 5000 bytes it tries a fragment with an id of its"
                + " own.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void create() throws ExchangeFailure, UploadFailure {
                        if (state.size() > LARGE) {
                          state.opened("{" + UUID.randomUUID() + "}", null, -1);
                          parts
                              .packets()
                              .fragment(
                                  parts.options().destination(),
                                  0,
                                  parts.source().part(0, FEW_BYTES));
                          state.forgetSession();
                        }
                        super.create();
                      }
                    })));
  }

  private static Request id(Request request, UnaryOperator<String> change) {
    String id = request.headers().get(BitsHeader.SESSION_ID);
    return id == null ? request : Traffic.with(request, BitsHeader.SESSION_ID, change.apply(id));
  }

  /** Knows the session, and tells it to PING. */
  private static final class IdInPing extends ExchangesFilter {
    private String id;

    IdInPing(Exchanges next) {
      super(next);
    }

    @Override
    Request sent(Request request) {
      return id != null && Traffic.is(request, PacketType.PING)
          ? Traffic.with(request, BitsHeader.SESSION_ID, id.replaceAll("[{}]", ""))
          : request;
    }

    @Override
    Answer read(Request request, Answer answer) {
      if (Traffic.is(request, PacketType.CREATE_SESSION)) {
        id = answer.header(BitsHeader.SESSION_ID);
      }
      return answer;
    }
  }
}
