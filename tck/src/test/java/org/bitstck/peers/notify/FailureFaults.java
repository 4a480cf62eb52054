package org.bitstck.peers.notify;

import static org.bitstck.peers.notify.WrongNotifier.server;

import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.requirement.Profile;

/** What becomes of an upload that the application has not taken. */
final class FailureFaults {
  private FailureFaults() {}

  static List<WrongNotifier> all() {
    return List.of(
        server("a refusal becomes a success", RefusalIsSuccess::new, "BITS-NOTIFY-FLOW-007"),
        server("a refusal becomes a 500", RefusalIs500::new, "BITS-NOTIFY-FLOW-007")
            .warned("BITS-NOTIFY-TIMER-001", "BITS-NOTIFY-TIMER-002"),
        server("a refusal has a reply URL", RefusalWithUrl::new, "BITS-NOTIFY-FLOW-007")
            .also("whoever has not answered gave no URL", "BITS-NOTIFY-FLOW-008")
            .also("nor did one that wants a password", "BITS-NOTIFY-AUTH-001")
            .warned("BITS-NOTIFY-FLOW-010"),
        server("the application's error is the server's", OwnError::new, "BITS-SRV-ACK-008"),
        server("the session ends with the refusal", SessionGone::new, "BITS-SRV-STATE-001"),
        server("an application that is down has it", DownIsSuccess::new, "BITS-NOTIFY-FLOW-008"),
        server("the session ends with a refused connection", GoneIfDown::new)
            .also("the fault itself", "BITS-NOTIFY-FLOW-008"),
        server("what is forbidden is offered again", OfferedAgain::new)
            .under(Profile.WIN32)
            .warned("BITS-NOTIFY-FLOW-009"),
        server("HTTP/1.0 will do", OldVersion::new).warned("BITS-NOTIFY-FLOW-010"),
        server("a relative URL is handed on", RelativeUrl::new).warned("BITS-NOTIFY-FLOW-010"),
        server("what is cut off will do", CutOff::new).warned("BITS-NOTIFY-FLOW-010"),
        server("no HTTP will do", NoHttp::new).warned("BITS-NOTIFY-FLOW-010"),
        server("an application has all the time", NoLimit::new)
            .warned("BITS-NOTIFY-TIMER-001", "BITS-NOTIFY-TIMER-002")
            .silently(),
        server("too slow is gone", TooSlowIs502::new)
            .warned("BITS-NOTIFY-TIMER-001", "BITS-NOTIFY-TIMER-002"),
        server("who wants a password has it", PasswordIsSuccess::new, "BITS-NOTIFY-AUTH-001"));
  }

  private static final class RefusalIsSuccess extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      int status = super.refusal(order, told);
      boolean refused = told.isSaid() && told.status() >= 400 && told.status() != 401;
      return refused ? 0 : status;
    }
  }

  private static final class RefusalIs500 extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      int status = super.refusal(order, told);
      return status == 0 || status == 400 ? status : 500;
    }
  }

  private static final class RefusalWithUrl extends NotifyingServer {
    @Override
    protected HttpAnswer failed(Order order, int status) {
      return super.failed(order, status)
          .with("BITS-Reply-URL", url().resolve("/replies/none").toString());
    }
  }

  private static final class OwnError extends NotifyingServer {
    @Override
    protected HttpAnswer failed(Order order, int status) {
      return super.failed(order, status).with(CONTEXT, "0x5");
    }
  }

  private static final class SessionGone extends NotifyingServer {
    @Override
    protected HttpAnswer failed(Order order, int status) {
      if (status == 500) {
        forget(key(order.upload().id()));
      }
      return super.failed(order, status);
    }
  }

  private static final class DownIsSuccess extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      return told.isSaid() || told.status() != 502 ? super.refusal(order, told) : 0;
    }
  }

  private static final class GoneIfDown extends NotifyingServer {
    @Override
    protected HttpAnswer failed(Order order, int status) {
      if (status == 502) {
        forget(key(order.upload().id()));
      }
      return super.failed(order, status);
    }
  }

  private static final class OfferedAgain extends NotifyingServer {
    @Override
    protected HttpAnswer failed(Order order, int status) {
      order.forbidden = false;
      return super.failed(order, status);
    }
  }

  private static final class OldVersion extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      return super.refusal(
          order,
          new Told(
              told.isSaid() ? "HTTP/1.1" : "",
              told.status(),
              told.headers(),
              told.body(),
              told.whole()));
    }
  }

  private static final class RelativeUrl extends NotifyingServer {
    @Override
    protected boolean isUrlUsable(String url) {
      return true;
    }
  }

  private static final class CutOff extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      return super.refusal(
          order, new Told(told.version(), told.status(), told.headers(), told.body(), true));
    }
  }

  private static final class NoHttp extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      return told.isSaid() || told.status() != 411 ? super.refusal(order, told) : 0;
    }
  }

  private static final class NoLimit extends NotifyingServer {
    @Override
    protected long limitMillis(Order order) {
      return 0;
    }
  }

  private static final class TooSlowIs502 extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      int status = super.refusal(order, told);
      return status == 408 ? 502 : status;
    }
  }

  private static final class PasswordIsSuccess extends NotifyingServer {
    @Override
    protected int refusal(Order order, Told told) {
      return told.isSaid() && told.status() == 401 ? 0 : super.refusal(order, told);
    }
  }
}
