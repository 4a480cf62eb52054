package org.bitstck.peers.wrong;

import static org.bitstck.peers.wrong.WrongServer.server;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.peers.ByteRange;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.peers.Refusal;
import org.bitstck.peers.Upload;

/** Content-Range: its form, its numbers, its length. */
final class RangeFaults {
  private RangeFaults() {}

  static List<WrongServer> all() {
    return List.of(
        server("range may be longer or shorter than the body", AnyLength::new, "BITS-SRV-ERR-011"),
        server("range may be shorter than the body", LongBody::new, "BITS-SRV-ERR-011"),
        server("total may change", AnyTotal::new, "BITS-SRV-ERR-014"),
        server("changed total is a 500", ChangedTotal500::new, "BITS-SRV-ERR-014"),
        server(
                "malformed range is a bare 500",
                Malformed500::new,
                "BITS-SRV-ERR-008",
                "BITS-SRV-ACK-005")
            .also(
                "a range that is missing or has no total is malformed",
                "BITS-SRV-FRAGMENT-011",
                "BITS-SRV-FRAGMENT-012"),
        server(
                "malformed range is a 200 that stores nothing",
                Malformed200::new,
                "BITS-SRV-ERR-008")
            .also(
                "a range that is missing or has no total is malformed",
                "BITS-SRV-FRAGMENT-011",
                "BITS-SRV-FRAGMENT-012"),
        server("malformed numbers are read as 0", MalformedIs0::new, "BITS-SRV-ERR-008")
            .also("no total is a number that is none", "BITS-SRV-FRAGMENT-012"),
        server("fragment without a range is appended", NoRange::new, "BITS-SRV-FRAGMENT-011"),
        server("total may be a star", AnyStar::new, "BITS-SRV-FRAGMENT-012"),
        server("last byte may be the total", LastIsTotal::new, "BITS-SRV-ERR-010"),
        server("last byte before the first is a 500", Reversed500::new, "BITS-SRV-ERR-009"),
        server("offsets have 32 bits", Bits32::new, "BITS-SRV-FRAGMENT-013"),
        server("range unit has a letter case", UnitHasCase::new).warned("BITS-SRV-FRAGMENT-014"));
  }

  private static final class AnyLength extends PlainServer {
    @Override
    protected boolean isLengthRight(ByteRange range, HttpRequest request) {
      return true;
    }
  }

  private static final class LongBody extends PlainServer {
    @Override
    protected boolean isLengthRight(ByteRange range, HttpRequest request) {
      return range.length() <= request.body().length;
    }
  }

  private static final class AnyTotal extends PlainServer {
    @Override
    protected boolean isTotalRight(Upload upload, ByteRange range) {
      return true;
    }
  }

  private static final class ChangedTotal500 extends PlainServer {
    @Override
    protected boolean isTotalRight(Upload upload, ByteRange range) {
      if (!super.isTotalRight(upload, range)) {
        throw new Refusal(500, 0x80004005L);
      }
      return true;
    }
  }

  private static final class Malformed500 extends PlainServer {
    private static final Refusal CRASH = new Refusal(500, 0x80004005L);

    @Override
    protected ByteRange parseRange(String text) {
      try {
        ByteRange.parseLoosely(text);
      } catch (Refusal refusal) {
        throw CRASH;
      }
      return super.parseRange(text);
    }

    @Override
    protected HttpAnswer refused(HttpRequest request, Refusal refusal) {
      return refusal == CRASH ? ack(500) : super.refused(request, refusal);
    }
  }

  private static final class Malformed200 extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      try {
        ByteRange.parseLoosely(request.header("Content-Range").orElse(""));
      } catch (Refusal refusal) {
        return offsetAck(200, find(request));
      }
      return super.onFragment(request);
    }
  }

  private static final class MalformedIs0 extends PlainServer {
    private static final Pattern NUMBERS = Pattern.compile("\\D*(\\d*)[^-]*-(\\d*)\\D*/(\\d*).*");

    @Override
    protected ByteRange parseRange(String text) {
      Matcher numbers = NUMBERS.matcher(text);
      if (text.isEmpty() || text.matches("(?i)bytes \\d+-\\d+/\\d{1,18}")) {
        return super.parseRange(text);
      }
      return numbers.matches()
          ? new ByteRange(
              number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)))
          : new ByteRange(0, 0, 0);
    }

    private static long number(String digits) {
      return digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    }

    @Override
    protected boolean isLengthRight(ByteRange range, HttpRequest request) {
      return range.total() == 0 || super.isLengthRight(range, request);
    }
  }

  private static final class NoRange extends PlainServer {
    @Override
    protected HttpAnswer onFragment(HttpRequest request) {
      if (request.header("Content-Range").isPresent()) {
        return super.onFragment(request);
      }
      Upload upload = find(request);
      upload.append(request.body());
      return offsetAck(200, upload);
    }
  }

  private static final class AnyStar extends PlainServer {
    @Override
    protected ByteRange parseRange(String text) {
      return super.parseRange(text.replace("/*", "/" + Long.MAX_VALUE));
    }
  }

  private static final class LastIsTotal extends PlainServer {
    @Override
    protected ByteRange parseRange(String text) {
      ByteRange range = ByteRange.parseLoosely(text);
      return range.last() == range.total() ? range : super.parseRange(text);
    }
  }

  private static final class Reversed500 extends PlainServer {
    @Override
    protected ByteRange parseRange(String text) {
      ByteRange range = ByteRange.parseLoosely(text);
      if (range.last() < range.first()) {
        throw new Refusal(500, 0x80004005L);
      }
      return super.parseRange(text);
    }
  }

  private static final class Bits32 extends PlainServer {
    @Override
    protected ByteRange parseRange(String text) {
      ByteRange range = super.parseRange(text);
      return new ByteRange((int) range.first(), (int) range.last(), range.total());
    }
  }

  private static final class UnitHasCase extends PlainServer {
    @Override
    protected ByteRange parseRange(String text) {
      if (!text.startsWith("bytes")) {
        throw Refusal.syntax();
      }
      return super.parseRange(text);
    }
  }
}
