package org.bitstck.engine;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;

/** A pool of so many threads and no more. */
record FixedThreads(int threads) implements ParallelExecutionConfiguration {
  @Override
  public int getParallelism() {
    return threads;
  }

  @Override
  public int getMinimumRunnable() {
    return 0;
  }

  @Override
  public int getMaxPoolSize() {
    return threads;
  }

  @Override
  public int getCorePoolSize() {
    return threads;
  }

  @Override
  public int getKeepAliveSeconds() {
    return 5;
  }

  @Override
  public Predicate<? super ForkJoinPool> getSaturatePredicate() {
    return pool -> true;
  }
}
