package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;

/** How errors are written. */
final class ErrorFaults {
  private ErrorFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("errors are decimal", Decimal::new, "BITS-HTTP-HRESULT-001"),
        server("errors are signed decimal", SignedDecimal::new, "BITS-HTTP-HRESULT-001"),
        server("errors are names", Names::new, "BITS-HTTP-HRESULT-001"),
        server("errors are in BITS-ErrorCode", Misnamed::new, "BITS-SRV-ACK-009"),
        server("the two error headers differ", TwoValues::new, "BITS-SRV-ACK-009"),
        server("context is 0x7", Context7::new, "BITS-SRV-ACK-007"),
        server("context is 0x0", Context0::new, "BITS-SRV-ACK-007"),
        server("context comes without an error", ContextAlone::new, "BITS-SRV-ACK-006"),
        server("errors come without a context", NoContext::new, "BITS-SRV-ACK-005"),
        server("every error is E_FAIL", AlwaysFail::new)
            .also(
                "each names a value",
                "BITS-SRV-CANCEL-002",
                "BITS-SRV-CLOSE-003",
                "BITS-SRV-CREATE-009",
                "BITS-SRV-ERR-001",
                "BITS-SRV-ERR-002",
                "BITS-SRV-ERR-008",
                "BITS-SRV-ERR-009",
                "BITS-SRV-ERR-010",
                "BITS-SRV-ERR-011",
                "BITS-SRV-ERR-013",
                "BITS-SRV-ERR-014",
                "BITS-SRV-ERR-015",
                "BITS-SRV-ERR-016",
                "BITS-SRV-ERR-017",
                "BITS-SRV-FRAGMENT-011",
                "BITS-SRV-FRAGMENT-012",
                "BITS-SRV-FRAGMENT-019",
                "BITS-SRV-TYPE-002",
                "BITS-SRV-VALIDATE-003")
            .warned("BITS-SRV-VALIDATE-001"),
        server(
            "private errors lack the customer bit", NoCustomerBit::new, "BITS-HTTP-HRESULT-002"));
  }

  private static final class Decimal extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      String value = String.valueOf(error);
      return ack.with(ERROR, value).with(ERROR_CODE, value).with(CONTEXT, "5");
    }
  }

  private static final class SignedDecimal extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return ack.with(ERROR, String.valueOf((int) error)).with(CONTEXT, "0x5");
    }
  }

  private static final class Names extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return ack.with(ERROR, "E_INVALIDARG").with(CONTEXT, "0x5");
    }
  }

  private static final class Misnamed extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return super.withError(ack, error).without(ERROR).renamed(ERROR_CODE, "BITS-ErrorCode");
    }
  }

  private static final class TwoValues extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return super.withError(ack, error).with(ERROR_CODE, "0x80004005");
    }
  }

  private static final class Context7 extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return super.withError(ack, error).with(CONTEXT, "0x7");
    }
  }

  private static final class Context0 extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return super.withError(ack, error).with(CONTEXT, "0x0");
    }
  }

  /** Only where the error header may be left out. */
  private static final class ContextAlone extends PlainServer {
    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      HttpAnswer answer = super.refused(request, refusal);
      return refusal.status() == 400 ? answer.without(ERROR).without(ERROR_CODE) : answer;
    }
  }

  private static final class NoContext extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return super.withError(ack, error).without(CONTEXT);
    }
  }

  private static final class AlwaysFail extends PlainServer {
    @Override
    protected HttpAnswer withError(HttpAnswer ack, long error) {
      return super.withError(ack, 0x80004005L);
    }
  }

  /** Of a packet that no requirement gives a value to. */
  private static final class NoCustomerBit extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      try {
        return super.onFragment(request);
      } catch (Refusal refusal) {
        if (refusal.status() == 415) {
          throw new Refusal(415, 0x80041234L);
        }
        throw refusal;
      }
    }
  }
}
