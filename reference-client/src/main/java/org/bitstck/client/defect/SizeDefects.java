package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.contentRange;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.FragmentSizes;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;

/** How large fragments are, and how long the last Ack may take. */
final class SizeDefects {
  private static final long TINY = 1024;
  private static final long TINIEST = 128;
  private static final int TIMES = 20;

  private SizeDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-FRAGMENT-007/tiny",
            "Unless the caller says how large fragments are, they have 1024 bytes.",
            Tiny::new),
        defect(
            "BITS-CLI-FRAGMENT-008/gives-up",
            "A 413 ends the upload.",
            sizes(
                (sizes, state) ->
                    new SizesFilter(sizes) {
                      @Override
                      public boolean shrink(long refused) {
                        return false;
                      }
                    })),
        defect(
            "BITS-CLI-FRAGMENT-008/same-size",
            "At 413 it sends the same fragment twenty times.",
            sizes(
                (sizes, state) ->
                    new SizesFilter(sizes) {
                      private int times;

                      @Override
                      public boolean shrink(long refused) {
                        return ++times < TIMES;
                      }
                    })),
        defect(
            "BITS-CLI-FRAGMENT-008/new-session",
            "At 413 it opens a new session.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) -> ack.status() == 413 ? Traffic.asLost(ack) : ack)),
        defect(
            "BITS-CLI-FRAGMENT-009/to-the-last-byte",
            "Fragments shrink at 413 until they have a single byte.",
            sizes(
                (sizes, state) ->
                    new SizesFilter(sizes) {
                      @Override
                      public boolean shrink(long refused) {
                        state.fragmentSize(Math.max(1, refused / 2));
                        return refused > 1;
                      }
                    })),
        defect(
            "BITS-CLI-FRAGMENT-015/impatient",
            "When the Ack of the last fragment takes more than a second, that is sent again.",
            Seam.exchanges(Impatient::new)));
  }

  private static Supplier<Policies> sizes(Seam.Around<FragmentSizes, UploadState> around) {
    return () ->
        new Policies() {
          @Override
          public FragmentSizes sizes(FragmentSizes sizes, UploadState state) {
            return around.around(sizes, state);
          }
        };
  }

  /** Thinks that small is beautiful. */
  private static final class Tiny implements Policies {
    private boolean chosen;

    @Override
    public UploadOptions options(UploadOptions wanted) {
      chosen = wanted.fragmentSize() != UploadOptions.DEFAULT_FRAGMENT;
      return chosen ? wanted : wanted.withFragmentSize(TINY);
    }

    @Override
    public FragmentSizes sizes(FragmentSizes sizes, UploadState state) {
      return new SizesFilter(sizes) {
        @Override
        public boolean shrink(long refused) {
          if (chosen) {
            return super.shrink(refused);
          }
          state.fragmentSize(refused / 4 * 3);
          return refused > TINIEST;
        }
      };
    }
  }

  /** Leaves sizes as they are. */
  private abstract static class SizesFilter implements FragmentSizes {
    private final FragmentSizes next;

    SizesFilter(FragmentSizes next) {
      this.next = next;
    }

    @Override
    public long next() {
      return next.next();
    }

    @Override
    public boolean shrink(long refused) {
      return next.shrink(refused);
    }
  }

  /** Waits for the Ack of a last fragment for a second, and the usual time at the second try. */
  private static final class Impatient extends SecondClient {
    Impatient(Exchanges next, UploadOptions options) {
      super(next, options, Duration.ofSeconds(1));
    }

    @Override
    public Answer exchange(Request request, Progress progress, Receiver receiver)
        throws ExchangeFailure {
      if (isLast(request)) {
        try {
          return second.exchange(request, progress, receiver);
        } catch (ExchangeFailure e) {
          if (e.kind() != ExchangeFailure.Kind.TIMEOUT) {
            throw e;
          }
        }
      }
      return super.exchange(request, progress, receiver);
    }

    private static boolean isLast(Request request) {
      return Traffic.is(request, PacketType.FRAGMENT)
          && contentRange(request)[1] + 1 == contentRange(request)[2];
    }
  }
}
