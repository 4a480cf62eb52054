package org.bitstck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.bitstck.requirement.Profile;

/**
 * What a {@link ScenarioSource} gives, and how it is played. On a test method, or on its class for
 * all methods without one of their own. The words are those of the command line; {@code only},
 * {@code skip}, {@code profile}, {@code known-failures} and {@code jobs} can also be given as
 * configuration parameters of JUnit or system properties, which win: {@code
 * -Dbits-tck.only=fragment}; {@code -Dbits-tck.write-known-failures=FILE} writes such a list, and
 * {@code -Dbits-tck.report=html,json} the reports, into {@code -Dbits-tck.out=DIR}.
 */
@Documented
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ScenarioSettings {
  /** Only these: scenario ids, topics, requirement ids, tags; {@code *} for any text. */
  String[] only() default {};

  /** Not these. */
  String[] skip() default {};

  /** How the protocol is read where its texts differ. */
  Profile profile() default Profile.INTEROP;

  /** File of failures that are expected, from the project's folder; empty means none. */
  String knownFailures() default "";

  /** Warnings are failures too. */
  boolean warningsFail() default false;

  /**
   * Scenarios that work at once. They are played some time ahead of their tests then; with 1 each
   * is played in its own test, by the test's own thread.
   */
  int jobs() default 4;

  /** How long to wait for the subject: {@code 5 s}. */
  String timeout() default "5 s";

  /** Scenario files of one's own, instead of the kit's, from the project's folder. */
  String[] scenarios() default {};
}
