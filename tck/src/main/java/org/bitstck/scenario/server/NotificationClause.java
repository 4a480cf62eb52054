package org.bitstck.scenario.server;

import java.util.function.UnaryOperator;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Content;

/**
 * What is said of the requests in which a server notifies its application, beside the conditions
 * that any request can have. All but the count speak of each notification that came.
 */
public sealed interface NotificationClause extends Clause {

  /** {@code count}: so many notifications came, bounds inclusive. */
  record CountIs(int least, int most) implements NotificationClause {
    @Override
    public String describe() {
      return least == most
          ? least + (least == 1 ? " notification" : " notifications")
          : least + " to " + most + " notifications";
    }
  }

  /** {@code method}: of the request line. */
  record MethodIs(String method) implements NotificationClause {
    @Override
    public String describe() {
      return "the method " + method;
    }
  }

  /**
   * {@code target}: the request target.
   *
   * @param target variables open
   */
  record TargetIs(String target) implements NotificationClause {
    @Override
    public String describe() {
      return "the request target '" + target + "'";
    }

    @Override
    public TargetIs filled(UnaryOperator<String> fill) {
      return new TargetIs(fill.apply(target));
    }
  }

  /**
   * {@code data-file}: the file that the notification names as the upload. It holds this from the
   * notification's arrival until the answer goes out; or it is not there any more.
   */
  record DataFileIs(Content content) implements NotificationClause {
    @Override
    public String describe() {
      return content instanceof Content.Absent
          ? "no file any more at the path that was given for the upload"
          : "at the path given for the upload " + content.describe() + ", all the time";
    }
  }

  /** {@code response-file: writable}: the path that the notification names for the reply. */
  record ResponseFileIsWritable() implements NotificationClause {
    @Override
    public String describe() {
      return "a path for the reply in a folder that is there, and not that of the upload";
    }
  }

  /** {@code acknowledged: after-answer}: the client's Ack had to wait for the application. */
  record AcknowledgedAfterAnswer() implements NotificationClause {
    @Override
    public String describe() {
      return "the Ack behind the application's answer";
    }
  }
}
