package org.bitstck.mutation;

import java.util.Set;
import java.util.function.Consumer;
import org.bitstck.client.protocol.Profile;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;

/** The reference client in this JVM, each upload with a thread of its own. */
final class ReferenceClient implements ClientDriver {
  private static final Set<String> CAPABILITIES =
      Set.of(
          "pause",
          "cancel",
          "resume",
          "reply",
          "fragment-size",
          "credentials",
          "retry",
          "timeouts",
          "host-id",
          "content-name",
          "report",
          CANCEL_STOPPED);

  private final Profile profile;

  ReferenceClient(Profile profile) {
    this.profile = profile;
  }

  @Override
  public String name() {
    return "reference client";
  }

  @Override
  public Set<String> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    ClientUpload upload = new ClientUpload(order, profile, outcomes);
    upload.go();
    return upload;
  }

  @Override
  public String gone() {
    return null;
  }

  @Override
  public void close() {
    // each upload is ended by itself
  }
}
