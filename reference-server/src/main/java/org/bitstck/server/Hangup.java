package org.bitstck.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.bitstck.server.observe.Log;

/**
 * Runs something at each SIGHUP. Java has signals only in a package that every compiler warns of,
 * so it is called by name; where it is missing (or on Windows, which has no SIGHUP) nothing
 * happens.
 */
final class Hangup {
  private Hangup() {}

  static void each(Runnable action) {
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
      register.invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      Log.info("no reload by signal on this system");
    }
  }
}
