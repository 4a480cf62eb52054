package org.bitstck.server.observe;

import io.netty.util.internal.logging.AbstractInternalLogger;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;

/**
 * Brings the warnings of Netty into the log. Without it Netty looks for other logging libraries and
 * ends with the one of Java, which takes time at the start.
 */
public final class NettyLog extends InternalLoggerFactory {
  /** Has to be called before anything else of Netty. */
  public static void use() {
    setDefaultFactory(new NettyLog());
  }

  @Override
  protected InternalLogger newInstance(String name) {
    return new Logger(name);
  }

  /** Leaves out all that is below a warning. */
  private static final class Logger extends AbstractInternalLogger {
    private static final long serialVersionUID = 1;

    Logger(String name) {
      super(name);
    }

    private void log(String format, Object... arguments) {
      Object[] texts = arguments == null ? new Object[0] : arguments;
      String text = format;
      Object failure = null;
      for (Object argument : texts) {
        if (argument instanceof Throwable) {
          failure = argument;
        }
        text = text.replaceFirst("\\{\\}", java.util.regex.Matcher.quoteReplacement("" + argument));
      }
      Log.warn("netty", "from", name(), "text", text, "failure", failure);
    }

    @Override
    public boolean isTraceEnabled() {
      return false;
    }

    @Override
    public void trace(String msg) {}

    @Override
    public void trace(String format, Object arg) {}

    @Override
    public void trace(String format, Object argA, Object argB) {}

    @Override
    public void trace(String format, Object... arguments) {}

    @Override
    public void trace(String msg, Throwable t) {}

    @Override
    public boolean isDebugEnabled() {
      return false;
    }

    @Override
    public void debug(String msg) {}

    @Override
    public void debug(String format, Object arg) {}

    @Override
    public void debug(String format, Object argA, Object argB) {}

    @Override
    public void debug(String format, Object... arguments) {}

    @Override
    public void debug(String msg, Throwable t) {}

    @Override
    public boolean isInfoEnabled() {
      return false;
    }

    @Override
    public void info(String msg) {}

    @Override
    public void info(String format, Object arg) {}

    @Override
    public void info(String format, Object argA, Object argB) {}

    @Override
    public void info(String format, Object... arguments) {}

    @Override
    public void info(String msg, Throwable t) {}

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public void warn(String msg) {
      log(msg);
    }

    @Override
    public void warn(String format, Object arg) {
      log(format, arg);
    }

    @Override
    public void warn(String format, Object... arguments) {
      log(format, arguments);
    }

    @Override
    public void warn(String format, Object argA, Object argB) {
      log(format, argA, argB);
    }

    @Override
    public void warn(String msg, Throwable t) {
      log(msg, t);
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    public void error(String msg) {
      log(msg);
    }

    @Override
    public void error(String format, Object arg) {
      log(format, arg);
    }

    @Override
    public void error(String format, Object argA, Object argB) {
      log(format, argA, argB);
    }

    @Override
    public void error(String format, Object... arguments) {
      log(format, arguments);
    }

    @Override
    public void error(String msg, Throwable t) {
      log(msg, t);
    }
  }
}
