package org.bitstck.scenario.application;

import java.util.List;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.yaml.Place;

/** One step of a scenario. A step without expectations is set-up: it must simply succeed. */
public sealed interface ApplicationStep {
  Place at();

  List<Expectation> expectations();

  /** A short name for messages. */
  String label();

  default boolean isSetUp() {
    return expectations().isEmpty();
  }

  /**
   * The application is told of an upload. What is null or empty is as a correct server sends it.
   *
   * @param byReference the data is in a file, and the reply wanted in another; else both are bodies
   * @param upload which of the scenario's uploads: each has a URL and files of its own
   * @param file whose bytes the upload has
   * @param endpoint where the application does something special; null means the subject's URL
   * @param version of the request line
   * @param body instead of the usual one; null means the usual one
   * @param untilLimit the answer is waited for as long as an application may take
   */
  record Notify(
      Place at,
      boolean byReference,
      String upload,
      String file,
      String endpoint,
      String method,
      String version,
      List<HeaderEdit> headers,
      byte[] body,
      boolean untilLimit,
      List<Expectation> expectations)
      implements ApplicationStep {
    @Override
    public String label() {
      return "notification by " + (byReference ? "reference" : "value");
    }
  }

  /**
   * The reply is fetched from the URL that the last answer gave.
   *
   * @param method {@code GET} or {@code HEAD}
   */
  record Download(Place at, String method, List<HeaderEdit> headers, List<Expectation> expectations)
      implements ApplicationStep {
    @Override
    public String label() {
      return method + " of the static reply";
    }
  }

  /**
   * A look at how often an upload had its effect.
   *
   * @param upload which of the scenario's uploads
   */
  record Effects(Place at, String upload, List<Expectation> expectations)
      implements ApplicationStep {
    @Override
    public String label() {
      return "look at the effects";
    }
  }
}
