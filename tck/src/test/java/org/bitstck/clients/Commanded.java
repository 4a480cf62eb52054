package org.bitstck.clients;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** The caller's side of an upload: what it is told to do, and what it tells. */
public abstract class Commanded implements ClientDriver.Upload {
  private final Consumer<Report> outcomes;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "plain upload");
            thread.setDaemon(true);
            return thread;
          });
  private boolean pausing;
  private boolean cancelling;
  private boolean closed;
  private boolean over;

  protected Commanded(Consumer<Report> outcomes) {
    this.outcomes = outcomes;
  }

  /** The caller wants something else. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean paused;

    Stopped(boolean paused) {
      super("stopped by the caller", null, false, false);
      this.paused = paused;
    }
  }

  /** From where it stands to the end. */
  protected abstract void upload(boolean resumed);

  /** Gives up the session on the server, if there is one. */
  protected abstract void cancelSession();

  protected abstract void credentials(Credentials other);

  /** Cuts the connection. */
  protected abstract void hangUp();

  /** Begins the upload. */
  public final void start() {
    submit(() -> work(false));
  }

  @Override
  public void pause() {
    synchronized (this) {
      pausing = true;
      notifyAll();
    }
  }

  @Override
  public void resume(Credentials credentials) {
    synchronized (this) {
      pausing = false;
    }
    submit(
        () -> {
          if (credentials != null) {
            credentials(credentials);
          }
          work(true);
        });
  }

  @Override
  public void cancel() {
    synchronized (this) {
      cancelling = true;
      notifyAll();
    }
    submit(this::giveUp);
  }

  @Override
  public final void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    worker.shutdownNow();
    hangUp();
  }

  /** To be called before each request: the caller may want none. */
  protected final synchronized void checkCommands() {
    if (closed || cancelling || pausing) {
      throw new Stopped(pausing && !closed && !cancelling);
    }
  }

  /** Waits, but not longer than the caller lets it go on. */
  protected final synchronized void rest(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    checkCommands();
    for (long left; (left = end - System.nanoTime()) > 0; checkCommands()) {
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Stopped(false);
      }
    }
  }

  private void submit(Runnable task) {
    try {
      worker.execute(task);
    } catch (RejectedExecutionException e) {
      // closed: nobody waits for an outcome any more
    }
  }

  private void work(boolean resumed) {
    try {
      upload(resumed);
      over = true;
      tell(Report.of(Outcome.SUCCESS, ""));
    } catch (Stopped e) {
      if (e.paused) {
        tell(Report.of(Outcome.PAUSED, ""));
      }
    } catch (Failure e) {
      tell(e.report(Outcome.FAILED));
    }
  }

  private void giveUp() {
    synchronized (this) {
      cancelling = false;
      pausing = false;
    }
    if (over) {
      return;
    }
    over = true;
    try {
      cancelSession();
      tell(Report.of(Outcome.CANCELLED, ""));
    } catch (Stopped e) {
      // closed in the middle
    } catch (Failure e) {
      tell(e.report(Outcome.CANCELLED));
    }
  }

  /** Hands an outcome to the caller. */
  protected void tell(Report report) {
    outcomes.accept(report);
  }
}
