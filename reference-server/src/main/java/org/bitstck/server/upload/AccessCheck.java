package org.bitstck.server.upload;

import org.bitstck.server.access.AccessRules;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Refusal;

/** Who may upload where. */
public interface AccessCheck {
  /**
   * @param destination null if the target is below no directory
   * @param user null if nobody is logged in
   * @throws Refusal if the packet is not allowed
   */
  void check(Destination destination, String user) throws Refusal;

  /** What the directory's rules say. */
  static AccessCheck standard() {
    return (destination, user) -> {
      if (destination == null || !destination.directory().uploads()) {
        throw Refusal.server(501, HResult.ACCESS_DENIED, "no uploads here");
      }
      if (destination.directory().scripts()) {
        throw Refusal.server(403, HResult.SERVER_EXECUTE_ENABLED, "files here can be run");
      }
      AccessRules access = destination.directory().access();
      if (access.authentication() && user == null) {
        throw Refusal.server(401, HResult.ACCESS_DENIED, "nobody is logged in");
      }
      if (!access.mayUpload(user)) {
        throw Refusal.server(403, HResult.ACCESS_DENIED, "the user may not upload here");
      }
    };
  }
}
