package org.bitstck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Gives a parameterised test the scenarios for a subject, one by one, as {@link BitsScenario}. The
 * test plays each: {@code scenario.play()}. What is played and how is said by {@link
 * ScenarioSettings}.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @ScenarioSource("server")
 * void conforms(BitsScenario scenario) {
 *   scenario.play();
 * }
 *
 * static BitsServer server() {
 *   return BitsServer.at(myServer.uploadUrl());
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(ScenarioArguments.class)
@ExtendWith(PlayedCheck.class)
public @interface ScenarioSource {
  /**
   * Name of a method without parameters of the test class, or of the classes above it, that gives
   * the subject: a {@link BitsServer}, a {@link BitsClient}, or a server's URL as {@link
   * java.net.URI} or text. It is called once, after all {@code @BeforeAll}. Static, or the class
   * has the life cycle {@code PER_CLASS}.
   */
  String value();
}
