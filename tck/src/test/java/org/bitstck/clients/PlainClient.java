package org.bitstck.clients;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;

/**
 * A small correct client in the kit's own process: plain sockets, a thread for each upload. It
 * shares nothing with the kit's server nor with the reference client, so that no misreading is
 * shared either.
 */
public final class PlainClient implements ClientDriver {
  /** What it can do. */
  public static final Set<String> EVERYTHING =
      Set.of(
          "pause",
          "resume",
          "cancel",
          CANCEL_STOPPED,
          "reply",
          "fragment-size",
          "credentials",
          "timeouts",
          "retry",
          "host-id",
          "content-name",
          "report");

  private final Maker maker;
  private final Set<String> capabilities;

  /** Makes an upload that is not started yet. */
  public interface Maker {
    PlainUpload make(UploadOrder order, Consumer<Report> outcomes);
  }

  public PlainClient() {
    this(PlainUpload::new, EVERYTHING);
  }

  /**
   * @param capabilities what it tells of itself
   */
  public PlainClient(Maker maker, Set<String> capabilities) {
    this.maker = maker;
    this.capabilities = Set.copyOf(capabilities);
  }

  /** Right in its first upload, and different in all others. */
  static PlainClient rightAtFirst(Maker later, Set<String> capabilities) {
    AtomicBoolean started = new AtomicBoolean();
    return new PlainClient(
        (order, outcomes) ->
            started.getAndSet(true)
                ? later.make(order, outcomes)
                : new PlainUpload(order, outcomes),
        capabilities);
  }

  @Override
  public String name() {
    return "plain client";
  }

  @Override
  public Set<String> capabilities() {
    return capabilities;
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    PlainUpload upload = maker.make(order, outcomes);
    upload.start();
    return upload;
  }

  @Override
  public String gone() {
    return null;
  }

  @Override
  public void close() {
    // each upload ends by itself
  }
}
