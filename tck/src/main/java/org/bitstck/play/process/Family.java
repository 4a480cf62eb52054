package org.bitstck.play.process;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A process and the children that it was seen to have: a client that leaves some behind must not
 * disturb what comes after it.
 */
public final class Family {
  /** How often it is looked for children while it runs, in milliseconds. */
  private static final int LOOK_EVERY = 100;

  private final Process process;
  private final Set<ProcessHandle> children = new LinkedHashSet<>();
  private final Thread hook = new Thread(this::kill);

  public Family(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Waits for the end of the process itself; gives its exit code. */
  public int await() throws InterruptedException {
    while (!process.waitFor(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
      look();
    }
    return process.exitValue();
  }

  private synchronized void look() {
    process.descendants().forEach(children::add);
  }

  /** How many children it was seen to have. */
  public synchronized int children() {
    return children.size();
  }

  /**
   * By its handle: to destroy the process itself would first wait for what is being written to it,
   * which may be for ever.
   */
  private void kill() {
    look();
    process.toHandle().destroyForcibly();
    synchronized (this) {
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }

  /** Ends all of it at once. */
  public void end() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the hook is running already
    }
  }
}
