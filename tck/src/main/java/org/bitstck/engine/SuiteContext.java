package org.bitstck.engine;

import java.util.List;
import org.bitstck.judge.Finding;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the nodes of the suite share, and what a scenario hands down to its checks.
 *
 * @param findings of the scenario; empty above it
 */
public record SuiteContext(Suite suite, List<Finding> findings) implements EngineExecutionContext {
  SuiteContext(Suite suite) {
    this(suite, List.of());
  }
}
