package org.bitstck.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Opens the run of a {@link ScenarioSource} and gives its tests; the run ends with the last. */
final class ScenarioArguments implements ArgumentsProvider, AnnotationConsumer<ScenarioSource> {
  private String name;

  @Override
  public void accept(ScenarioSource source) {
    name = source.value();
  }

  @Override
  public Stream<? extends Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) {
    Settings settings = Settings.of(context);
    OpenRun run = OpenRun.of(SubjectLookup.find(name, context), settings);
    // closed by JUnit behind the last test
    context.getStore(Namespace.create(ScenarioSource.class)).put(OpenRun.class, run);
    return run.tests().stream()
        .map(scenario -> Arguments.argumentSet(scenario.toString(), scenario));
  }
}
