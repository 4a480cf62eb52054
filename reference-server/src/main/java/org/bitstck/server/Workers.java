package org.bitstck.server;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bitstck.server.http.EventLoops;
import org.bitstck.server.notification.HttpNotifier;
import org.bitstck.server.observe.Log;

/** All that works in the background, for one server or for several in one process. */
public final class Workers {
  private static final int DISK_THREADS = 8;

  private final EventLoops loops = new EventLoops();
  private final ExecutorService disk = pool("disk", DISK_THREADS);
  private final ExecutorService passwords = pool("passwords", 1);
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "sweeper"));
  private final HttpNotifier notifier = new HttpNotifier();

  EventLoops loops() {
    return loops;
  }

  ExecutorService disk() {
    return disk;
  }

  ExecutorService passwords() {
    return passwords;
  }

  ScheduledExecutorService sweeper() {
    return sweeper;
  }

  HttpNotifier notifier() {
    return notifier;
  }

  private static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(threads, task -> daemon(task, name));
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Ends; whoever uses them has to have ended before. */
  void close(Duration limit) {
    loops.close();
    notifier.close();
    sweeper.shutdownNow();
    passwords.shutdownNow();
    disk.shutdown();
    try {
      if (!disk.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        Log.warn("stopped while the disk was busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
