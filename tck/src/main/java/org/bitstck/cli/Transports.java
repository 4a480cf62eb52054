package org.bitstck.cli;

import java.io.IOException;
import org.bitstck.play.Limits;
import org.bitstck.play.Tls;
import org.bitstck.play.Transport;
import org.bitstck.play.wire.SocketTransport;

/** The transports by name. */
final class Transports {
  private static final String SECOND = "org.bitstck.play.restassured";

  private Transports() {}

  static Transport of(RunSettings settings, Tls tls) throws IOException {
    return switch (settings.transport) {
      case "socket" -> new SocketTransport(settings.limits(), tls);
      case "rest-assured" -> restAssured(settings.limits(), tls);
      default ->
          throw new UserError(
              "'" + settings.transport + "' is no transport; there are socket and rest-assured");
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
