package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.HOST_ID;
import static org.bitstck.server.protocol.BitsHeader.HOST_ID_FALLBACK_TIMEOUT;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.PacketType;

/** Mistakes with the alternate host. */
final class HostDefects {
  private HostDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-CREATE-012/left-out",
            "The alternate host is not announced.",
            announced(ack -> ack.without(HOST_ID).without(HOST_ID_FALLBACK_TIMEOUT))),
        Defect.of(
            "BITS-SRV-CREATE-012/own-name",
            "Instead of the alternate host the server announces itself.",
            announced(ack -> ack.with(HOST_ID, "upload-03"))),
        Defect.of(
            "BITS-SRV-CREATE-013/own-name",
            "Without an alternate host the server announces itself.",
            unannounced(ack -> ack.with(HOST_ID, "upload-03"))),
        Defect.of(
            "BITS-SRV-CREATE-013/time-out-alone",
            "Without an alternate host a time-out for it is announced.",
            unannounced(ack -> ack.with(HOST_ID_FALLBACK_TIMEOUT, "0"))),
        Defect.of(
            "BITS-SRV-CREATE-014/url",
            "The alternate host is announced as a URL.",
            announced(ack -> ack.with(HOST_ID, "http://" + ack.headers().get(HOST_ID) + "/"))),
        Defect.of(
            "BITS-SRV-CREATE-014/port",
            "The alternate host is announced with a port.",
            announced(ack -> ack.with(HOST_ID, ack.headers().get(HOST_ID) + ":8080"))),
        Defect.of(
            "BITS-SRV-CREATE-015/left-out",
            "The time-out of the alternate host is not announced.",
            announced(ack -> ack.without(HOST_ID_FALLBACK_TIMEOUT))),
        Defect.of(
            "BITS-SRV-CREATE-015/milliseconds",
            "The time-out of the alternate host is announced in milliseconds.",
            announced(
                ack ->
                    ack.with(
                        HOST_ID_FALLBACK_TIMEOUT,
                        ack.headers().getOrDefault(HOST_ID_FALLBACK_TIMEOUT, "0") + "000"))),
        Defect.of(
            "BITS-SRV-CREATE-015/hexadecimal",
            "The time-out of the alternate host is announced as a hexadecimal number.",
            announced(
                ack -> {
                  String seconds = ack.headers().getOrDefault(HOST_ID_FALLBACK_TIMEOUT, "0");
                  return ack.with(
                      HOST_ID_FALLBACK_TIMEOUT, "0x" + Long.toHexString(Long.parseLong(seconds)));
                })));
  }

  private static Consumer<Policies> announced(UnaryOperator<Ack> change) {
    return Change.success(
        PacketType.CREATE_SESSION,
        (seen, ack) -> ack.headers().containsKey(HOST_ID) ? change.apply(ack) : ack);
  }

  private static Consumer<Policies> unannounced(UnaryOperator<Ack> change) {
    return Change.success(
        PacketType.CREATE_SESSION,
        (seen, ack) -> ack.headers().containsKey(HOST_ID) ? ack : change.apply(ack));
  }
}
