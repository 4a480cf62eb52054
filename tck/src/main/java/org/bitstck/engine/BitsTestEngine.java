package org.bitstck.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.judge.Watch;
import org.bitstck.scenario.Scenario;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestEngine;
import org.junit.platform.engine.support.hierarchical.HierarchicalTestExecutorService;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory;
import org.junit.platform.engine.support.hierarchical.ParallelHierarchicalTestExecutorServiceFactory.ParallelExecutorServiceType;
import org.junit.platform.engine.support.hierarchical.SameThreadHierarchicalTestExecutorService;

/**
 * The suite as a JUnit Platform engine: topics and scenarios are containers, each check of a
 * requirement is a test, so that totals, ids and selection are those of the platform.
 */
public final class BitsTestEngine extends HierarchicalTestEngine<SuiteContext> {
  /** The engine's id on the platform. */
  public static final String ID = "bits-tck";

  private final Suite suite;

  public BitsTestEngine(Suite suite) {
    this.suite = suite;
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
    return tree(uniqueId);
  }

  /** Topics, scenarios and checks, the rules last. */
  TestDescriptor tree(UniqueId uniqueId) {
    Descriptors.Root root = new Descriptors.Root(uniqueId, "bits-tck");
    root.addChild(scenarios(uniqueId.append("group", "scenarios"), false));
    root.addChild(scenarios(uniqueId.append("group", "alone"), true));
    Descriptors.Group rules =
        new Descriptors.Group(uniqueId.append("group", "rules"), "rules", false);
    for (Watch rule : suite.rules()) {
      rules.addChild(new Descriptors.Rule(rules.getUniqueId().append("rule", rule.name()), rule));
    }
    root.addChild(rules);
    return root;
  }

  /** The scenarios that may be played beside each other, or those that need the subject alone. */
  private Descriptors.Group scenarios(UniqueId id, boolean alone) {
    Descriptors.Group group = new Descriptors.Group(id, id.getLastSegment().getValue(), false);
    Map<String, Descriptors.Group> topics = new LinkedHashMap<>();
    for (Planned planned : longWaitsFirst(suite.plan())) {
      Scenario scenario = planned.scenario();
      if (scenario.needsSubjectAlone() == alone) {
        Descriptors.Group topic =
            topics.computeIfAbsent(
                scenario.topic(),
                name -> new Descriptors.Group(id.append("topic", name), name, !alone));
        topic.addChild(Descriptors.scenario(topic.getUniqueId(), planned, !alone));
      }
    }
    topics.values().forEach(group::addChild);
    return group;
  }

  /** What waits for time to pass starts first, so that all the rest is played meanwhile. */
  private static List<Planned> longWaitsFirst(List<Planned> plan) {
    List<Planned> first = new ArrayList<>();
    List<Planned> rest = new ArrayList<>(plan.size());
    plan.forEach(planned -> (planned.scenario().pauses() ? first : rest).add(planned));
    first.addAll(rest);
    return first;
  }

  @Override
  protected SuiteContext createExecutionContext(ExecutionRequest request) {
    return new SuiteContext(suite);
  }

  @Override
  protected HierarchicalTestExecutorService createExecutorService(ExecutionRequest request) {
    return suite.threads() == 1
        ? new SameThreadHierarchicalTestExecutorService()
        : ParallelHierarchicalTestExecutorServiceFactory.create(
            ParallelExecutorServiceType.WORKER_THREAD_POOL, new FixedThreads(suite.threads()));
  }
}
