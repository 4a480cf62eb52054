package org.bitstck.junit;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Reports a scenario's warnings, and sees that no test passes that has played nothing. */
final class PlayedCheck implements InvocationInterceptor {
  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> invocationContext,
      ExtensionContext context)
      throws Throwable {
    List<BitsScenario> scenarios =
        invocationContext.getArguments().stream()
            .filter(BitsScenario.class::isInstance)
            .map(BitsScenario.class::cast)
            .toList();
    try {
      invocation.proceed();
    } finally {
      scenarios.forEach(
          scenario ->
              scenario
                  .warnings()
                  .forEach(warning -> context.publishReportEntry("bits-tck", warning)));
    }
    for (BitsScenario scenario : scenarios) {
      if (!scenario.isPlayed()) {
        throw new IllegalStateException(
            "the test has not played '" + scenario.id() + "': call scenario.play()");
      }
    }
  }
}
