package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.ERROR;
import static org.bitstck.server.protocol.BitsHeader.ERROR_CODE;
import static org.bitstck.server.protocol.BitsHeader.ERROR_CONTEXT;
import static org.bitstck.server.protocol.BitsHeader.PACKET_TYPE;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.SessionId;

/** Mistakes in the form of Acks. */
final class AckDefects {
  private AckDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-ACK-001/missing-on-errors",
            "Refusals do not say that they are Acks.",
            Change.refusal((seen, ack) -> ack.without(PACKET_TYPE))),
        Defect.of(
            "BITS-SRV-ACK-001/type-of-the-request",
            "An Ack repeats the packet type of the request instead of Ack.",
            Change.ack(
                (seen, ack) ->
                    seen.has(PACKET_TYPE)
                        ? ack.without(PACKET_TYPE).with(PACKET_TYPE, seen.header(PACKET_TYPE))
                        : ack)),
        Defect.of(
            "BITS-SRV-ACK-002/newest-session",
            "A success Ack names the session that was opened last, whatever the request names.",
            policies -> {
              AtomicReference<String> newest = new AtomicReference<>();
              Change.ack(
                      (seen, ack) -> {
                        if (ack.status() == 200 && seen.is(PacketType.CREATE_SESSION)) {
                          newest.set(ack.headers().get(SESSION_ID));
                        }
                        return ack.status() == 200 && seen.isOfSession() && newest.get() != null
                            ? ack.with(SESSION_ID, newest.get())
                            : ack;
                      })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-ACK-002/fresh-id",
            "Each success Ack names a new session id.",
            Change.ack(
                (seen, ack) ->
                    ack.status() == 200 && seen.isOfSession()
                        ? ack.with(SESSION_ID, SessionId.random().toString())
                        : ack)),
        Defect.of(
            "BITS-SRV-ACK-003/fresh-id",
            "Each refusal of a packet of a session names a new session id.",
            Change.refusal(
                (seen, ack) ->
                    seen.isOfSession()
                        ? ack.with(SESSION_ID, SessionId.random().toString())
                        : ack)),
        Defect.of(
            "BITS-SRV-ACK-004/zero-codes",
            "Success Acks have error headers with zeros.",
            Change.ack(
                (seen, ack) ->
                    ack.status() < 300
                        ? ack.with(ERROR, "0x0").with(ERROR_CODE, "0x0").with(ERROR_CONTEXT, "0x5")
                        : ack)),
        Defect.of(
            "BITS-SRV-ACK-005/no-context",
            "The server's own refusals have an error code, but no context.",
            Change.refusal(
                (seen, ack) ->
                    "0x5".equals(ack.headers().get(ERROR_CONTEXT))
                        ? ack.without(ERROR_CONTEXT)
                        : ack)),
        Defect.<Policies>of(
                "BITS-SRV-ACK-005/bare-500",
                "An unknown session is refused with 500 and no error headers at all.",
                Change.refusal(
                    (seen, ack) ->
                        ack.headers().containsValue(HResult.SESSION_NOT_FOUND.toString())
                            ? withoutError(ack)
                            : ack))
            .follows(
                "a 500 without a code does not say that the session is unknown",
                "BITS-SRV-ERR-001",
                "BITS-SRV-ERR-002",
                "BITS-SRV-ERR-003",
                "BITS-SRV-CANCEL-002",
                "BITS-SRV-CLOSE-003"),
        Defect.of(
            "BITS-SRV-ACK-006/context-of-416",
            "A 416 has an error context, but no error.",
            Change.refusal(
                (seen, ack) -> ack.status() == 416 ? ack.with(ERROR_CONTEXT, "0x5") : ack)),
        Defect.of(
            "BITS-SRV-ACK-007/context-of-the-application",
            "The server's own errors have the context of errors of an application.",
            Change.refusal(
                (seen, ack) ->
                    ack.headers().containsKey(ERROR_CONTEXT)
                        ? ack.with(ERROR_CONTEXT, "0x7")
                        : ack)),
        Defect.of(
            "BITS-SRV-ACK-007/context-zero",
            "Every error has the context 0x0.",
            Change.refusal(
                (seen, ack) ->
                    "0x5".equals(ack.headers().get(ERROR_CONTEXT))
                        ? ack.with(ERROR_CONTEXT, "0x0")
                        : ack)),
        Defect.of(
            "BITS-SRV-ACK-008/own-context",
            "An error of the application is reported as one of the server itself.",
            Change.refusal(
                (seen, ack) ->
                    "0x7".equals(ack.headers().get(ERROR_CONTEXT))
                        ? ack.with(ERROR_CONTEXT, "0x5")
                        : ack)),
        Defect.of(
            "BITS-SRV-ACK-009/third-name",
            "The error code is in a header of another name, BITS-ErrorCode.",
            Change.refusal(
                (seen, ack) -> {
                  String code = ack.headers().getOrDefault(ERROR, ack.headers().get(ERROR_CODE));
                  return code == null
                      ? ack
                      : ack.without(ERROR).without(ERROR_CODE).with("BITS-ErrorCode", code);
                })),
        Defect.of(
            "BITS-SRV-ACK-010/no-length",
            "Acks have no Content-Length.",
            Change.ack((seen, ack) -> ack.without("Content-Length"))),
        Defect.of(
            "BITS-SRV-ACK-010/bytes-behind",
            "An Ack that announces no body is followed by one.",
            OnTheWire.headText(
                head -> head.contains("\r\n" + PACKET_TYPE + ": ") ? head + "OK" : head)),
        Defect.of(
            "BITS-SRV-ACK-010/in-chunks",
            "Acks have an empty body in chunks instead of a length.",
            OnTheWire.answer(
                (seen, answer) -> {
                  if (OnTheWire.isAck(answer)) {
                    answer.headers().remove("Content-Length").add("Transfer-Encoding", "chunked");
                  }
                })));
  }

  private static Ack withoutError(Ack ack) {
    return ack.without(ERROR).without(ERROR_CODE).without(ERROR_CONTEXT);
  }
}
