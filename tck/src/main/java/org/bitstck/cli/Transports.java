package org.bitstck.cli;

import java.io.IOException;
import java.util.List;
import org.bitstck.play.BesideLoader;
import org.bitstck.play.Limits;
import org.bitstck.play.Tls;
import org.bitstck.play.Transport;
import org.bitstck.play.wire.SocketTransport;

/** The transports by name. */
final class Transports {
  private static final String SOCKET = "socket";
  private static final String REST_ASSURED = "rest-assured";

  /** What may stand behind {@code --transport}. */
  static final List<String> NAMES = List.of(SOCKET, REST_ASSURED);

  private static final String SECOND = "org.bitstck.play.restassured";

  private Transports() {}

  static Transport of(RunSettings settings, Tls tls) throws IOException {
    return switch (settings.transport) {
      case SOCKET -> new SocketTransport(settings.limits(), tls);
      case REST_ASSURED -> restAssured(settings.limits(), tls);
      default -> throw new IllegalArgumentException(settings.transport);
    };
  }

  /** By name only: its libraries are not on the kit's class path. */
  private static Transport restAssured(Limits limits, Tls tls) throws IOException {
    try {
      return (Transport)
          Class.forName(
                  SECOND + ".RestAssuredTransport", true, BesideLoader.of(SECOND, "rest-assured"))
              .getConstructor(Limits.class, Tls.class)
              .newInstance(limits, tls);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new UserError("the rest-assured transport cannot be loaded: " + e);
    }
  }
}
