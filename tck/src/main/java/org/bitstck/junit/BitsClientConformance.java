package org.bitstck.junit;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedInvocationConstants;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The suite for a client library, to be subclassed: {@link #upload} uploads a file with it, and
 * what else the client can do is declared by overriding. Each scenario is a test of its own.
 *
 * <pre>{@code
 * class MyClientTest extends BitsClientConformance {
 *   @Override
 *   public UploadOutcome upload(UploadTask task) throws Exception {
 *     MyClient.put(task.file(), task.url());
 *     return UploadOutcome.SUCCESS;
 *   }
 * }
 * }</pre>
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class BitsClientConformance implements BitsClient {
  /** This client; another one may be given by overriding. */
  protected BitsClient client() {
    return this;
  }

  @ParameterizedTest(name = ParameterizedInvocationConstants.ARGUMENT_SET_NAME_PLACEHOLDER)
  @ScenarioSource("client")
  final void conforms(BitsScenario scenario) {
    scenario.play();
  }
}
