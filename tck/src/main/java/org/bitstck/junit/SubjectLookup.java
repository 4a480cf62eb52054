package org.bitstck.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds the subject that a {@link ScenarioSource} names. */
final class SubjectLookup {
  private SubjectLookup() {}

  /**
   * What the method gives.
   *
   * @return a {@link BitsServer} or a {@link BitsClient}
   * @throws IllegalArgumentException if there is no such method, or it gives something else
   */
  static Object find(String name, ExtensionContext context) {
    Class<?> test = context.getRequiredTestClass();
    String shown = test.getSimpleName() + "." + name + "()";
    Method method =
        ReflectionSupport.findMethod(test, name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "@ScenarioSource(\"" + name + "\"): there is no method " + shown));
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    if (!isStatic && context.getTestInstance().isEmpty()) {
      throw new IllegalArgumentException(
          shown
              + " has to be static, or the class @TestInstance(PER_CLASS): the scenarios are asked"
              + " for before there is an object for each test");
    }
    Object given =
        ReflectionSupport.invokeMethod(method, isStatic ? null : context.getRequiredTestInstance());
    if (given instanceof URI || given instanceof String) {
      return BitsServer.at(given.toString());
    }
    if (given instanceof BitsServer || given instanceof BitsClient) {
      return given;
    }
    throw new IllegalArgumentException(
        shown + " gives " + given + "; a BitsServer, a BitsClient or a server's URL is wanted");
  }
}
