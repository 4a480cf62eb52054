package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Packets;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;

/** CREATE-SESSION and its Ack. */
final class CreateDefects {
  private CreateDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-CREATE-001/no-protocols",
            "CREATE-SESSION has no BITS-Supported-Protocols.",
            Seam.sent(
                PacketType.CREATE_SESSION,
                request -> Traffic.without(request, BitsHeader.SUPPORTED_PROTOCOLS))),
        defect(
            "BITS-CLI-CREATE-001/without-braces",
            "The protocol is offered without braces.",
            offering(Packets.PROTOCOL.replaceAll("[{}]", ""))),
        defect(
            "BITS-CLI-CREATE-001/version",
            "A version number is offered instead of a protocol.",
            offering("1.5")),
        defect(
            "BITS-CLI-CREATE-001/semicolon",
            "Two protocols are offered, with a semicolon between them.",
            offering(Packets.PROTOCOL + "; {7df0354d-249b-430f-820d-3d2a9bef4932}")),
        defect(
            "BITS-CLI-CREATE-002/no-name",
            "CREATE-SESSION has no Content-Name.",
            Seam.sent(
                PacketType.CREATE_SESSION,
                request -> Traffic.without(request, BitsHeader.CONTENT_NAME))),
        defect(
            "BITS-CLI-CREATE-003/path",
            "Content-Name is the whole path of the file.",
            named(file -> file.toAbsolutePath().toString())),
        defect(
            "BITS-CLI-CREATE-003/forbidden-characters",
            "Content-Name keeps characters that names on Windows may not have.",
            named(file -> file.getFileName().toString().replaceAll("[^ -~]", "_"))),
        defect(
            "BITS-CLI-CREATE-004/no-session-id",
            "When the Ack names no session it goes on with an id of its own.",
            Seam.read(
                PacketType.CREATE_SESSION,
                (request, ack) ->
                    ack.status() == 200 && ack.header(BitsHeader.SESSION_ID) == null
                        ? Traffic.with(ack, BitsHeader.SESSION_ID, madeUp())
                        : ack)),
        defect(
            "BITS-CLI-CREATE-004/no-ack",
            "An answer to CREATE-SESSION need not say that it is an Ack.",
            Seam.read(
                PacketType.CREATE_SESSION,
                (request, ack) -> Traffic.with(ack, BitsHeader.PACKET_TYPE, "Ack"))),
        defect(
            "BITS-CLI-CREATE-005/any-protocol",
            "Whatever protocol the server chooses is used.",
            Seam.read(
                PacketType.CREATE_SESSION,
                (request, ack) -> Traffic.without(ack, BitsHeader.PROTOCOL))),
        defect(
            "BITS-CLI-CREATE-006/after-500",
            "After a 500 for CREATE-SESSION it tries to send data all the same.",
            sendingAfter(status -> status == 500)),
        defect(
                "BITS-CLI-CREATE-006/after-any-error",
                "After any error for CREATE-SESSION it tries to send data all the same.",
                sendingAfter(status -> true))
            .follows("the upload does not stop", "BITS-CLI-ERR-002", "BITS-CLI-ERR-004"),
        defect(
            "BITS-CLI-CREATE-007/200-only",
            "A 201 for CREATE-SESSION is no success.",
            Seam.read(
                PacketType.CREATE_SESSION,
                (request, ack) -> {
                  if (ack.status() == 201) {
                    throw ExchangeFailure.invalid("201 instead of 200");
                  }
                  return ack;
                })));
  }

  private static String madeUp() {
    return "{" + UUID.randomUUID() + "}";
  }

  private static Supplier<Policies> offering(String protocols) {
    return Seam.sent(
        PacketType.CREATE_SESSION,
        request -> Traffic.with(request, BitsHeader.SUPPORTED_PROTOCOLS, protocols));
  }

  private interface Name {
    String of(Path file);
  }

  private static Supplier<Policies> named(Name name) {
    return Seam.requests(
        (request, options) ->
            request.headers().containsKey(BitsHeader.CONTENT_NAME)
                ? Traffic.with(request, BitsHeader.CONTENT_NAME, name.of(options.file()))
                : request);
  }

  private static Supplier<Policies> sendingAfter(IntPredicate status) {
    return Seam.steps((steps, parts) -> new Undeterred(steps, parts, status));
  }

  /** Sends data although there is no session. */
  private static final class Undeterred extends StepsFilter {
    private final IntPredicate status;

    Undeterred(Steps next, Parts parts, IntPredicate status) {
      super(next, parts);
      this.status = status;
    }

    @Override
    public void create() throws ExchangeFailure, UploadFailure {
      try {
        super.create();
      } catch (UploadFailure e) {
        if (status.test(e.failure().error().status())) {
          state.opened(madeUp(), null, -1);
          try {
            fragment();
          } catch (ExchangeFailure | UploadFailure again) {
            // as was to be expected
          }
          state.forgetSession();
        }
        throw e;
      }
    }
  }
}
