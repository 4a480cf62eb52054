package org.bitstck.scenario.server;

import java.util.List;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;

/** Reads the steps that send nothing and look at what came of the packets before. */
final class LookReader {
  private static final List<Class<? extends Clause>> LOOKS_AT_STORED =
      List.of(Condition.ContentIs.class, Condition.LengthIs.class);

  /** What can be said of any request, beside what is said of notifications alone. */
  private static final List<Class<? extends Clause>> LOOKS_AT_NOTIFIED =
      List.of(
          Condition.HeaderIs.class,
          Condition.VersionIs.class,
          Condition.BodyIsEmpty.class,
          Condition.ContentIs.class,
          Condition.LengthIs.class,
          NotificationClause.class);

  private final ExpectReader expects;

  LookReader(ExpectReader expects) {
    this.expects = expects;
  }

  /** A look at the file at a destination, or for one outside of the upload folder. */
  Step stored(StepWords step) {
    boolean outside =
        step.take("stored")
            .filter(value -> value.isScalar() && value.text().equals("outside"))
            .isPresent();
    List<Expectation> expectations = look(step, LOOKS_AT_STORED, outside);
    return new StoredStep(
        step.at(),
        outside,
        destination(step),
        step.take("as").map(StepWords::label).orElse(null),
        expectations);
  }

  /** A look at the notifications so far. */
  Step notified(StepWords step) {
    List<Expectation> expectations = look(step, LOOKS_AT_NOTIFIED, false);
    return new NotifiedStep(step.at(), destination(step), expectations);
  }

  private static String destination(StepWords step) {
    return step.take("to").map(StepWords::destination).orElse(FileSpec.MAIN);
  }

  private List<Expectation> look(
      StepWords step, List<Class<? extends Clause>> meaningful, boolean valueTaken) {
    if (!step.has("expect")) {
      throw step.key().problem("this check cannot fail: '" + step.action() + "' needs 'expect'");
    }
    if (!valueTaken) {
      step.none();
    }
    List<Expectation> expectations = expects.read(step.words().require("expect"));
    for (Expectation expectation : expectations) {
      for (Clause condition : expectation.conditions()) {
        if (meaningful.stream().noneMatch(kind -> kind.isInstance(condition))) {
          throw expectation
              .at()
              .problem("'" + step.action() + "' cannot tell anything of: " + condition.describe());
        }
      }
    }
    return expectations;
  }
}
