package org.bitstck.cli;

import org.bitstck.play.Tls;
import org.bitstck.play.Transport;
import org.bitstck.play.wire.SocketTransport;

/** The transports by name. */
final class Transports {
  private Transports() {}

  static Transport of(RunSettings settings, Tls tls) {
    return switch (settings.transport) {
      case "socket" -> new SocketTransport(settings.limits(), tls);
      default ->
          throw new UserError(
              "'" + settings.transport + "' is no transport; there are socket and rest-assured");
    };
  }
}
