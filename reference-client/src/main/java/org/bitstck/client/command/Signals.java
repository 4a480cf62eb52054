package org.bitstck.client.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Runs something at a signal. Java has signals only in a package that every compiler warns of, so
 * it is called by name; where it is missing nothing happens.
 */
final class Signals {
  private Signals() {}

  static void at(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler handle =
          (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
              action.run();
              return null;
            }
            return method.invoke(action, arguments);
          };
      Object proxy =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, handle);
      Method register = signal.getMethod("handle", signal, handler);
      register.invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      System.err.println("bits-upload: SIG" + name + " ends the program at once on this system");
    }
  }
}
