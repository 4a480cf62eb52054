package org.bitstck.shipped;

import org.bitstck.peers.PlainServer;

/** Subject files for lines of the docs that take one for granted. */
final class Subjects {
  private Subjects() {}

  static String of(PlainServer server) {
    return """
        name: my server
        role: server
        url: %s
        """
        .formatted(server.url());
  }

  static String ofClient() {
    return """
        name: my client
        role: client
        client:
          command: [sh, docs/examples/upload.sh, "{url}", "{file}"]
        """;
  }
}
