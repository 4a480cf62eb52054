package org.bitstck.junit;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedInvocationConstants;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The suite for a server, to be subclassed: start the server in a {@code @BeforeAll}, say in {@link
 * #server()} where it is. Each scenario is a test of its own.
 *
 * <pre>{@code
 * @ScenarioSettings(knownFailures = "src/test/known-failures.yaml")
 * class MyServerTest extends BitsServerConformance {
 *   private final MyServer server = new MyServer();
 *
 *   @BeforeAll
 *   void start() {
 *     server.start();
 *   }
 *
 *   @Override
 *   protected BitsServer server() {
 *     return BitsServer.at(server.uploadUrl());
 *   }
 * }
 * }</pre>
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BitsServerConformance {
  /** The server, which runs already; asked for once. */
  protected abstract BitsServer server();

  @ParameterizedTest(name = ParameterizedInvocationConstants.ARGUMENT_SET_NAME_PLACEHOLDER)
  @ScenarioSource("server")
  final void conforms(BitsScenario scenario) {
    scenario.play();
  }
}
