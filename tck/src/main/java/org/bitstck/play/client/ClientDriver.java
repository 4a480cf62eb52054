package org.bitstck.play.client;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.RequestKind;

/** A way to make the client under test do something. May be called by several threads at once. */
public interface ClientDriver extends AutoCloseable {
  /** The capability to cancel an upload that is paused, or has failed. */
  String CANCEL_STOPPED = "cancel-stopped";

  /** The client's name, for reports. */
  String name();

  /**
   * What the client can do beside a plain upload: {@code pause}, {@code resume}, {@code cancel},
   * {@code reply}, {@code fragment-size}, {@code credentials}, {@code timeouts}, {@code retry},
   * {@code host-id}, {@code content-name}, {@code report}.
   */
  Set<String> capabilities();

  /**
   * Starts an upload; does not wait for it.
   *
   * @param outcomes told of each outcome, by any thread: one of the start, one of each later act
   */
  Upload start(UploadOrder order, Consumer<Report> outcomes);

  /**
   * False if nobody can tell the client anything and it tells nothing: somebody drives it by hand.
   * Each upload's only outcome is then {@code UNKNOWN}; it comes when nothing more is to be
   * expected, however long that takes.
   */
  default boolean isDriven() {
    return true;
  }

  /** How many uploads may be under way at once. */
  default int atOnce() {
    return Integer.MAX_VALUE;
  }

  /** What the client, or its driver, said last beside its outcomes, line by line; for reports. */
  default List<String> output() {
    return List.of();
  }

  /** Why no upload can be started any more: the driver died; null while it lives. */
  String gone();

  @Override
  void close();

  /** An upload that was started. */
  interface Upload extends AutoCloseable {
    /** The exchange under way may end, then nothing is sent; its outcome is reported. */
    void pause();

    /**
     * Goes on after a pause or a failure.
     *
     * @param credentials new ones; null means those that there were
     */
    void resume(Credentials credentials);

    /** Gives the upload up, and its session on the server. */
    void cancel();

    /**
     * The kit has answered a request of this upload, or has done to it what the scenario says. Only
     * for ways of driving that know of the client nothing but what it sends.
     */
    default void answered(RequestKind kind) {}

    /** Ends what is left of it: a process is killed, a driver is told to forget it. */
    @Override
    void close();
  }
}
