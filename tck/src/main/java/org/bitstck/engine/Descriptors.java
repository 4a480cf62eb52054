package org.bitstck.engine;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.scenario.Scenario;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** The nodes of the suite's tree. */
final class Descriptors {
  private Descriptors() {}

  /** The engine itself: scenarios first, then the rules that have watched them. */
  static final class Root extends EngineDescriptor implements Node<SuiteContext> {
    Root(UniqueId id, String name) {
      super(id, name);
    }

    @Override
    public ExecutionMode getExecutionMode() {
      return ExecutionMode.SAME_THREAD;
    }
  }

  /** Scenarios or rules that belong together. */
  static final class Group extends AbstractTestDescriptor implements Node<SuiteContext> {
    private final boolean parallel;

    Group(UniqueId id, String name, boolean parallel) {
      super(id, name);
      this.parallel = parallel;
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }

    @Override
    public ExecutionMode getExecutionMode() {
      return parallel ? ExecutionMode.CONCURRENT : ExecutionMode.SAME_THREAD;
    }
  }

  static Play scenario(UniqueId topic, Planned planned, boolean parallel) {
    Play play = new Play(topic.append("scenario", planned.scenario().name()), planned, parallel);
    planned
        .scenario()
        .requirements()
        .forEach(id -> play.addChild(new Check(play.getUniqueId().append("check", id), id)));
    return play;
  }

  /** A scenario: played once, before its checks report. */
  static final class Play extends AbstractTestDescriptor implements Node<SuiteContext> {
    private final Planned planned;
    private final boolean parallel;

    Play(UniqueId id, Planned planned, boolean parallel) {
      super(id, planned.scenario().name() + ": " + planned.scenario().title());
      this.planned = planned;
      this.parallel = parallel;
    }

    @Override
    public Type getType() {
      return Type.CONTAINER;
    }

    @Override
    public Set<TestTag> getTags() {
      Scenario scenario = planned.scenario();
      return scenario.tags().stream()
          .filter(TestTag::isValid)
          .map(TestTag::create)
          .collect(Collectors.toSet());
    }

    @Override
    public ExecutionMode getExecutionMode() {
      return parallel ? ExecutionMode.CONCURRENT : ExecutionMode.SAME_THREAD;
    }

    @Override
    public SuiteContext before(SuiteContext context) {
      return new SuiteContext(context.suite(), context.suite().perform(planned));
    }
  }

  /** What a scenario says of one requirement. */
  static final class Check extends AbstractTestDescriptor implements Node<SuiteContext> {
    private final String requirement;

    Check(UniqueId id, String requirement) {
      super(id, requirement);
      this.requirement = requirement;
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }

    @Override
    public ExecutionMode getExecutionMode() {
      return ExecutionMode.SAME_THREAD;
    }

    @Override
    public SkipResult shouldBeSkipped(SuiteContext context) {
      Optional<Finding> finding = finding(context);
      if (finding.isEmpty()) {
        return SkipResult.skip("not judged in this profile");
      }
      return finding.get().verdict() == Verdict.NOT_APPLICABLE
          ? SkipResult.skip(finding.get().observed())
          : SkipResult.doNotSkip();
    }

    @Override
    public SuiteContext execute(SuiteContext context, DynamicTestExecutor executor) {
      finding(context).ifPresent(FindingError::throwIfBad);
      return context;
    }

    private Optional<Finding> finding(SuiteContext context) {
      return context.findings().stream()
          .filter(f -> f.requirement().id().equals(requirement))
          .findFirst();
    }
  }

  /** An always-on rule: reports what it saw in all scenarios. */
  static final class Rule extends AbstractTestDescriptor implements Node<SuiteContext> {
    private final Watch rule;

    Rule(UniqueId id, Watch rule) {
      super(id, rule.name() + ": " + rule.title());
      this.rule = rule;
    }

    @Override
    public Type getType() {
      return Type.TEST;
    }

    @Override
    public SkipResult shouldBeSkipped(SuiteContext context) {
      return rule.finding() == null
          ? SkipResult.skip("no answer that it applies to")
          : SkipResult.doNotSkip();
    }

    @Override
    public SuiteContext execute(SuiteContext context, DynamicTestExecutor executor) {
      FindingError.throwIfBad(rule.finding());
      return context;
    }
  }
}
