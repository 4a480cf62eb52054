package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.isGet;
import static org.bitstck.client.defect.Traffic.range;

import java.util.List;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;

/** Which bytes of a reply are asked for. */
final class RangeDefects {
  private static final long PIECE = 1 << 20;

  private RangeDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
                "BITS-REPLY-CLIENT-001/overlap",
                "Each piece of a large reply begins with the last byte of the one before.",
                Seam.exchanges((http, options) -> new Overlap(http)))
            .follows("no more can it be put together after a pause", "BITS-REPLY-CLIENT-010"),
        defect(
            "BITS-REPLY-CLIENT-003/range-of-all",
            "The whole reply is asked for with 'Range: bytes=0-'.",
            Seam.exchanges((http, options) -> new RangeOfAll(http))),
        defect(
                "BITS-REPLY-CLIENT-007/stores-what-comes",
                "A piece of a MiB is asked for as two ranges, and a whole that comes is taken for it.",
                Seam.exchanges((http, options) -> new TwoRanges(http)))
            .follows("the whole is taken for a part", "BITS-REPLY-CLIENT-004"),
        defect(
            "BITS-REPLY-CLIENT-010/from-the-start",
            "After a break the reply is asked for from its start, and stored behind what is there.",
            Seam.exchanges((http, options) -> new FromTheStart(http))));
  }

  /** Asks for each piece but the first a byte too early. */
  private static final class Overlap extends ExchangesFilter {
    Overlap(Exchanges next) {
      super(next);
    }

    private static boolean concerns(Request request) {
      return isGet(request) && range(request) != null && range(request)[0] >= PIECE;
    }

    @Override
    Request sent(Request request) {
      if (!concerns(request)) {
        return request;
      }
      long[] range = range(request);
      return Traffic.with(request, "Range", "bytes=" + (range[0] - 1) + "-" + (range[1] - 1));
    }

    @Override
    Answer read(Request request, Answer answer) {
      String range = answer.header("Content-Range");
      if (!concerns(request) || answer.status() != 206 || range == null) {
        return answer;
      }
      long total = Long.parseLong(range.substring(range.indexOf('/') + 1));
      return Traffic.with(
          answer,
          "Content-Range",
          DownloadDefects.text(range(request)[0], range(request)[1], total));
    }
  }

  /** Never leaves Range out. */
  private static final class RangeOfAll extends ExchangesFilter {
    RangeOfAll(Exchanges next) {
      super(next);
    }

    @Override
    Request sent(Request request) {
      return isGet(request) && range(request) == null
          ? Traffic.with(request, "Range", "bytes=0-")
          : request;
    }

    @Override
    Answer read(Request request, Answer answer) {
      return isGet(request) && range(request) == null && answer.status() == 206
          ? Traffic.status(answer, 200)
          : answer;
    }
  }

  /** Does not ask for the rest after a break, and thinks that it gets it. */
  private static final class FromTheStart extends ExchangesFilter {
    private boolean broken;
    private boolean again;

    FromTheStart(Exchanges next) {
      super(next);
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      again = broken && isGet(request) && range(request) != null;
      try {
        return super.exchange(request, progress, receiver);
      } catch (ExchangeFailure e) {
        broken = isGet(request);
        throw e;
      }
    }

    @Override
    Request sent(Request request) {
      return again ? Traffic.without(request, "Range") : request;
    }

    @Override
    Answer read(Request request, Answer answer) {
      return again && answer.status() == 200 ? DownloadDefects.asPart(request, answer) : answer;
    }
  }
}
