package org.bitstck.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.ConfigurationParameters;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.engine.support.store.NamespacedHierarchicalStore;

/**
 * Plays a suite by the engine itself. The platform's launcher looks for other engines, listeners,
 * configuration and a flight recorder, none of which is wanted here, and loads 500 classes to do
 * so: a tenth of what a run costs.
 */
final class SuiteLauncher {
  private SuiteLauncher() {}

  static void play(Suite suite) {
    BitsTestEngine engine = new BitsTestEngine(suite);
    TestDescriptor root = engine.tree(UniqueId.forEngine(engine.getId()));
    try (NamespacedHierarchicalStore<Namespace> store = new NamespacedHierarchicalStore<>(null)) {
      engine.execute(
          ExecutionRequest.create(
              root,
              EngineExecutionListener.NOOP,
              new NoParameters(),
              new NoFiles(),
              store,
              CancellationToken.disabled()));
    }
  }

  /** Nothing that happens to lie on the class path has a say in how a suite is played. */
  private static final class NoParameters implements ConfigurationParameters {
    @Override
    public Optional<String> get(String key) {
      return Optional.empty();
    }

    @Override
    public Optional<Boolean> getBoolean(String key) {
      return Optional.empty();
    }

    @Override
    public Set<String> keySet() {
      return Set.of();
    }
  }

  /** What is kept of a run is written by the kit's own reports. */
  private static final class NoFiles implements OutputDirectoryCreator {
    @Override
    public Path getRootDirectory() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Path createOutputDirectory(TestDescriptor descriptor) {
      throw new UnsupportedOperationException();
    }
  }
}
