package org.bitstck.play.client.driver;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.RequestKind;

/**
 * Somebody makes the client upload by hand: the kit says where to and what, and waits. An upload
 * ends some time after its session was closed or cancelled, or when nothing came for long.
 */
public final class WaitDriver implements ClientDriver {
  private final String name;
  private final Set<String> capabilities;
  private final Duration first;
  private final Duration idle;
  private final Consumer<UploadOrder> announce;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "bits-tck waits for a client");
            thread.setDaemon(true);
            return thread;
          });
  private volatile long lastRequest = System.nanoTime();

  /**
   * @param first how long nothing at all may come to any URL until the uploads that have not begun
   *     are given up
   * @param idle how long nothing may come to the URL of an upload that has begun; behind the end of
   *     its session a quarter of it
   * @param announce tells somebody where to upload what
   */
  public WaitDriver(
      String name,
      Set<String> capabilities,
      Duration first,
      Duration idle,
      Consumer<UploadOrder> announce) {
    this.name = name;
    this.capabilities = Set.copyOf(capabilities);
    this.first = first;
    this.idle = idle;
    this.announce = announce;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Set<String> capabilities() {
    return new TreeSet<>(capabilities);
  }

  @Override
  public boolean isDriven() {
    return false;
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    announce.accept(order);
    return new Awaited(outcomes);
  }

  @Override
  public String gone() {
    return null;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }

  /** An upload that somebody may begin. */
  private final class Awaited implements Upload {
    private final Consumer<Report> outcomes;
    private ScheduledFuture<?> end;
    private boolean begun;
    private boolean over;

    Awaited(Consumer<Report> outcomes) {
      this.outcomes = outcomes;
      giveUpIn(first);
    }

    private synchronized void giveUpIn(Duration time) {
      if (end != null) {
        end.cancel(false);
      }
      end = clock.schedule(this::look, time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look() {
      synchronized (this) {
        long left = first.toNanos() - (System.nanoTime() - lastRequest);
        if (!begun && left > 0) {
          giveUpIn(Duration.ofNanos(left));
          return;
        }
        if (over) {
          return;
        }
        over = true;
      }
      outcomes.accept(
          Report.of(Outcome.UNKNOWN, begun ? "nothing more came" : "nobody sent anything"));
    }

    @Override
    public synchronized void answered(RequestKind kind) {
      if (over) {
        return;
      }
      begun = true;
      lastRequest = System.nanoTime();
      boolean ended = kind == RequestKind.CLOSE_SESSION || kind == RequestKind.CANCEL_SESSION;
      giveUpIn(ended ? idle.dividedBy(4) : idle);
    }

    @Override
    public void pause() {
      throw new UnsupportedOperationException("pause by hand");
    }

    @Override
    public void resume(Credentials credentials) {
      throw new UnsupportedOperationException("resume by hand");
    }

    @Override
    public void cancel() {
      throw new UnsupportedOperationException("cancel by hand");
    }

    @Override
    public synchronized void close() {
      over = true;
      end.cancel(false);
    }
  }
}
