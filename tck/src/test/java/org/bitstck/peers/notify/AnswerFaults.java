package org.bitstck.peers.notify;

import static org.bitstck.peers.notify.WrongNotifier.server;

import java.util.Arrays;
import java.util.List;
import org.bitstck.peers.HttpAnswer;

/** What becomes of an answer with which the application takes the upload. */
final class AnswerFaults {
  private AnswerFaults() {}

  static List<WrongNotifier> all() {
    return List.of(
        server("the Ack does not wait", NotWaiting::new, "BITS-NOTIFY-FLOW-001")
            .also(
                "an Ack that does not wait cannot say what the application says",
                "BITS-NOTIFY-AUTH-001",
                "BITS-NOTIFY-FLOW-005",
                "BITS-NOTIFY-FLOW-007",
                "BITS-NOTIFY-FLOW-008",
                "BITS-SRV-ERR-018",
                "BITS-SRV-FRAGMENT-022")
            .warned("BITS-NOTIFY-FLOW-010", "BITS-NOTIFY-TIMER-001", "BITS-NOTIFY-TIMER-002"),
        server("its own URL replaces the static one", OwnUrl::new, "BITS-NOTIFY-FLOW-002"),
        server("an empty static URL counts", EmptyUrl::new, "BITS-NOTIFY-FLOW-002"),
        server("the reply by value is cut", CutByValue::new, "BITS-NOTIFY-FLOW-003"),
        server("the reply by reference is cut", CutByReference::new, "BITS-NOTIFY-FLOW-004"),
        server("only 'true' asks for a copy", OnlyTrue::new, "BITS-NOTIFY-FLOW-005"),
        server("nothing is delivered", NeverCopied::new, "BITS-NOTIFY-FLOW-005"),
        server("everything is delivered", AlwaysCopied::new, "BITS-NOTIFY-FLOW-006"),
        server("the data is left behind", DataLeft::new).warned("BITS-NOTIFY-FLOW-006"),
        server("a reply URL may have any length", AnyLength::new, "BITS-SRV-ERR-018"),
        server("no Ack has a reply URL", NoUrl::new, "BITS-SRV-FRAGMENT-022"),
        server("all Acks have a reply URL", EarlyUrl::new).warned("BITS-SRV-FRAGMENT-024"),
        server("the URL is lost on the repeated fragment", UrlLost::new)
            .warned("BITS-SRV-STATE-002"),
        server("the application is asked again and again", AskedAgain::new)
            .warned("BITS-SRV-STATE-002"));
  }

  private static final class NotWaiting extends NotifyingServer {
    @Override
    protected HttpAnswer decide(Order order) {
      if (!order.taken) {
        order.taken = true;
        Notice notice = notice(order);
        Thread asking = new Thread(() -> Post.send(notice, limitMillis(order)));
        asking.setDaemon(true);
        asking.start();
      }
      return offsetAck(200, order.upload());
    }
  }

  private static final class OwnUrl extends NotifyingServer {
    @Override
    protected HttpAnswer taken(Order order, Told told) {
      super.taken(order, told);
      order.replyUrl = ownUrl(order, told);
      return accepted(order);
    }
  }

  private static final class EmptyUrl extends NotifyingServer {
    @Override
    protected HttpAnswer taken(Order order, Told told) {
      super.taken(order, told);
      if (told.headers().getOrDefault(STATIC_URL, "none").isEmpty()) {
        order.replyUrl = "";
      }
      return accepted(order);
    }
  }

  private static final class CutByValue extends NotifyingServer {
    @Override
    protected byte[] reply(Order order, Told told) {
      byte[] bytes = super.reply(order, told);
      return order.isByReference() ? bytes : firstPart(bytes);
    }
  }

  private static final class CutByReference extends NotifyingServer {
    @Override
    protected byte[] reply(Order order, Told told) {
      byte[] bytes = super.reply(order, told);
      return order.isByReference() ? firstPart(bytes) : bytes;
    }
  }

  /** As much as fits into a buffer. */
  private static byte[] firstPart(byte[] bytes) {
    return Arrays.copyOf(bytes, Math.min(bytes.length, 65_536));
  }

  private static final class OnlyTrue extends NotifyingServer {
    @Override
    protected boolean isCopied(Told told) {
      return "true".equals(told.headers().get(COPY));
    }
  }

  private static final class NeverCopied extends NotifyingServer {
    @Override
    protected boolean isDelivered(Order order) {
      return false;
    }
  }

  private static final class AlwaysCopied extends NotifyingServer {
    @Override
    protected boolean isDelivered(Order order) {
      return true;
    }
  }

  private static final class DataLeft extends NotifyingServer {
    @Override
    protected void deleteData(Order order) {
      delete(order.response());
    }
  }

  private static final class AnyLength extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      int status = super.refusal(order, told);
      return status == 400 && told.status() == 200 ? 0 : status;
    }
  }

  private static final class NoUrl extends NotifyingServer {
    @Override
    protected HttpAnswer accepted(Order order) {
      return super.accepted(order).without("BITS-Reply-URL");
    }
  }

  private static final class EarlyUrl extends NotifyingServer {
    @Override
    protected HttpAnswer incomplete(Order order, HttpAnswer ack) {
      return ack.with("BITS-Reply-URL", url().resolve("/replies/soon").toString());
    }
  }

  private static final class UrlLost extends NotifyingServer {
    @Override
    protected HttpAnswer repeated(Order order) {
      return super.repeated(order).without("BITS-Reply-URL");
    }
  }

  private static final class AskedAgain extends NotifyingServer {
    @Override
    protected HttpAnswer repeated(Order order) {
      ask(order);
      return super.repeated(order);
    }
  }
}
