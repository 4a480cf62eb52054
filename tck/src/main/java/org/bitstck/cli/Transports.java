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
  /** What is taken where nothing is said. */
  static final String DEFAULT = "socket";

  private static final String REST_ASSURED = "rest-assured";

  /** What may stand behind {@code --transport}. */
  static final List<String> NAMES = List.of(DEFAULT, REST_ASSURED);

  private static final String SECOND = "org.bitstck.play.restassured";

  private Transports() {}

  static void check(String name) {
    if (!NAMES.contains(name)) {
      throw new UserError(
          "'" + name + "' is no transport; there are " + String.join(" and ", NAMES));
    }
  }

  static Transport of(String name, Limits limits, Tls tls) throws IOException {
    return switch (name) {
      case DEFAULT -> new SocketTransport(limits, tls);
      case REST_ASSURED -> restAssured(limits, tls);
      default -> throw new IllegalArgumentException(name);
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
