package org.bitstck.clients;

import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** A client that does nothing of the protocol, in one of many ways. */
public enum NullClient {
  NEVER_REPORTS(Nothing::new),
  SUCCESS_AT_ONCE((order, tell) -> new Telling(order, tell, Outcome.SUCCESS)),
  FAILURE_AT_ONCE((order, tell) -> new Telling(order, tell, Outcome.FAILED)),
  PAUSED_AT_ONCE((order, tell) -> new Telling(order, tell, Outcome.PAUSED)),
  CANCELLED_AT_ONCE((order, tell) -> new Telling(order, tell, Outcome.CANCELLED)),
  GET_ONLY(
      (order, tell) ->
          new PlainUpload(order, tell) {
            @Override
            protected void upload(boolean resumed) {
              request(Packet.get(target));
            }
          }),
  GET_AND_FAILURE(
      (order, tell) ->
          new PlainUpload(order, tell) {
            @Override
            protected void upload(boolean resumed) {
              request(Packet.get(target));
              throw Failure.invalid("no upload");
            }
          }),
  PING_AND_SUCCESS(
      (order, tell) ->
          new PlainUpload(order, tell) {
            @Override
            protected void upload(boolean resumed) {
              ping();
            }
          }),
  PING_AND_FAILURE(
      (order, tell) ->
          new PlainUpload(order, tell) {
            @Override
            protected void upload(boolean resumed) {
              ping();
              throw Failure.invalid("no upload");
            }
          }),
  POST(
      (order, tell) ->
          new PlainUpload(order, tell) {
            @Override
            protected Packet packet(String type) {
              return super.packet(type).method("POST");
            }
          });

  private final PlainClient.Maker maker;

  NullClient(PlainClient.Maker maker) {
    this.maker = maker;
  }

  /** Sends nothing at all, so that nobody can tell whether it is there. */
  public boolean isDumb() {
    return compareTo(CANCELLED_AT_ONCE) <= 0;
  }

  public ClientDriver make() {
    return new PlainClient(maker, PlainClient.EVERYTHING);
  }

  /** The same, but for one upload at its start. */
  public ClientDriver makeRightAtFirst() {
    return PlainClient.rightAtFirst(maker, PlainClient.EVERYTHING);
  }

  /** Sends nothing, says nothing. */
  private static class Nothing extends PlainUpload {
    Nothing(UploadOrder order, Consumer<Report> outcomes) {
      super(order, outcomes);
    }

    @Override
    protected void upload(boolean resumed) {
      // nothing
    }

    @Override
    protected void tell(Report report) {
      // nothing
    }
  }

  /** Sends nothing, and says always the same. */
  private static final class Telling extends Nothing {
    private final Consumer<Report> outcomes;
    private final Outcome always;

    Telling(UploadOrder order, Consumer<Report> outcomes, Outcome always) {
      super(order, outcomes);
      this.outcomes = outcomes;
      this.always = always;
    }

    @Override
    protected void tell(Report report) {
      outcomes.accept(Report.of(always, ""));
    }
  }
}
