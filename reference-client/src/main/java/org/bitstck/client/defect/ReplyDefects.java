package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.ReplyPlace;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState.Phase;

/** The reply comes before CLOSE-SESSION, from where the server says. */
final class ReplyDefects {
  private static final String DELETED = "the server has deleted it by then";
  private static final long PIECE = 1 << 20;

  private ReplyDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
                "BITS-CLI-REPLY-001/behind-the-first-piece",
                "The session is closed when the first piece of the reply is there.",
                CloseBetween::new)
            .follows(DELETED, "BITS-REPLY-CLIENT-001", "BITS-REPLY-CLIENT-010"),
        defect(
                "BITS-CLI-REPLY-001/close-first",
                "The session is closed before the reply is fetched.",
                Seam.steps(CloseFirst::new))
            .follows(
                DELETED,
                "BITS-CLI-REPLY-003",
                "BITS-REPLY-CLIENT-001",
                "BITS-REPLY-CLIENT-004",
                "BITS-REPLY-CLIENT-008",
                "BITS-REPLY-CLIENT-009",
                "BITS-REPLY-CLIENT-010",
                "BITS-REPLY-CLIENT-011"),
        defect(
            "BITS-CLI-REPLY-002/success",
            "Without a reply URL the upload goes on as if no reply were wanted.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void reply() throws ExchangeFailure, UploadFailure {
                        if (state.replyUrl() == null) {
                          state.goTo(Phase.CLOSE);
                        } else {
                          super.reply();
                        }
                      }
                    })),
        defect(
            "BITS-CLI-REPLY-003/literal",
            "A relative reply URL is asked for as it is written.",
            placed(
                place ->
                    (url, upload) ->
                        absolute(url) ? place.of(url, upload) : upload.withTarget("/" + url))),
        defect(
            "BITS-CLI-REPLY-003/of-the-root",
            "A relative reply URL is looked for at the root of the server.",
            placed(place -> (url, upload) -> place.of(absolute(url) ? url : "/" + url, upload))),
        defect(
            "BITS-CLI-REPLY-003/backslashes",
            "Backslashes of a reply URL are escaped instead of turned round.",
            placed(place -> (url, upload) -> place.of(url.replace("\\", "%5C"), upload))),
        defect(
            "BITS-CLI-REPLY-003/braces",
            "Braces of a reply URL are not escaped.",
            placed(
                place ->
                    (url, upload) -> {
                      Destination at = place.of(url, upload);
                      return at.withTarget(at.target().replace("%7B", "{").replace("%7D", "}"));
                    })),
        defect(
            "BITS-CLI-REPLY-004/closes-anyway",
            "The session is closed when the reply is refused.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void reply() throws ExchangeFailure, UploadFailure {
                        try {
                          super.reply();
                        } catch (UploadFailure e) {
                          parts
                              .packets()
                              .end(PacketType.CLOSE_SESSION, parts.hosts().destination());
                          throw e;
                        }
                      }
                    })),
        defect(
            "BITS-CLI-REPLY-004/told-as-success",
            "The upload goes on as if nothing were wrong when the reply is refused.",
            Seam.steps(
                (steps, parts) ->
                    new StepsFilter(steps, parts) {
                      @Override
                      public void reply() throws ExchangeFailure {
                        try {
                          super.reply();
                        } catch (UploadFailure e) {
                          state.goTo(Phase.CLOSE);
                        }
                      }
                    })));
  }

  private static boolean absolute(String url) {
    return url.contains("://");
  }

  private static Supplier<Policies> placed(UnaryOperator<ReplyPlace> change) {
    return () ->
        new Policies() {
          @Override
          public ReplyPlace replyPlace(ReplyPlace place) {
            return change.apply(place);
          }
        };
  }

  /** Closes the session, and then asks for the reply. */
  private static final class CloseFirst extends StepsFilter {
    private boolean closed;

    CloseFirst(Steps next, Parts parts) {
      super(next, parts);
    }

    @Override
    public void reply() throws ExchangeFailure, UploadFailure {
      if (!closed) {
        super.close();
        state.goTo(Phase.REPLY);
        closed = true;
      }
      super.reply();
    }

    @Override
    public void close() throws ExchangeFailure, UploadFailure {
      if (closed) {
        state.goTo(Phase.DONE);
      } else {
        super.close();
      }
    }
  }

  /** Closes the session between two pieces of the reply. */
  private static final class CloseBetween implements Policies {
    private Parts parts;
    private Steps plain;
    private boolean closed;

    @Override
    public Exchanges exchanges(Exchanges http, UploadOptions options) {
      return new ExchangesFilter(http) {
        @Override
        public Answer exchange(Request request, Progress progress, Receiver receiver)
            throws ExchangeFailure {
          long[] range = Traffic.isGet(request) ? Traffic.range(request) : null;
          if (range != null && range[0] >= PIECE && !closed) {
            closeNow();
          }
          return super.exchange(request, progress, receiver);
        }
      };
    }

    private void closeNow() throws ExchangeFailure {
      try {
        plain.close();
        closed = true;
        parts.state().goTo(Phase.REPLY);
      } catch (UploadFailure e) {
        throw ExchangeFailure.invalid(e.getMessage());
      }
    }

    @Override
    public Steps steps(Steps next, Parts all) {
      plain = next;
      parts = all;
      return new StepsFilter(next, all) {
        @Override
        public void close() throws ExchangeFailure, UploadFailure {
          if (closed) {
            state.goTo(Phase.DONE);
          } else {
            super.close();
          }
        }
      };
    }
  }
}
