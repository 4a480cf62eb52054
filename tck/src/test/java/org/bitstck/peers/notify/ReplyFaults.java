package org.bitstck.peers.notify;

import static org.bitstck.peers.notify.WrongNotifier.server;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;

/** How replies are served, and how long. */
final class ReplyFaults {
  private ReplyFaults() {}

  static List<WrongNotifier> all() {
    return List.of(
        server("the reply stays", ReplyStays::new, "BITS-SRV-CLOSE-006", "BITS-SRV-CANCEL-005"),
        server("HEAD is not known", NoHead::new, "BITS-REPLY-SERVER-001")
            .also("and says nothing of GET", "BITS-REPLY-SERVER-002"),
        server("HEAD has another time", OtherTime::new, "BITS-REPLY-SERVER-002"),
        server("ranges are overlooked", NoRanges::new, "BITS-REPLY-SERVER-003")
            .also("nothing is cut to the end", "BITS-REPLY-SERVER-004"),
        server("the last byte of a range is missing", ShortRange::new, "BITS-REPLY-SERVER-003")
            .also("nor is it cut to the end", "BITS-REPLY-SERVER-004"),
        server("a range behind the end is 500", BehindIs500::new, "BITS-REPLY-SERVER-004"),
        server("the time is that of the answer", TimeOfAnswer::new, "BITS-REPLY-SERVER-007"),
        server("there is no time", NoTime::new, "BITS-REPLY-SERVER-007"));
  }

  private static final class ReplyStays extends NotifyingServer {
    @Override
    protected void deleteReply(Order order) {
      // nobody cares
    }
  }

  private static final class NoHead extends NotifyingServer {
    @Override
    protected HttpAnswer download(HttpRequest request, byte[] content) {
      return request.method().equals("HEAD")
          ? new HttpAnswer(405).with("Allow", "GET")
          : super.download(request, content);
    }
  }

  private static final class OtherTime extends NotifyingServer {
    @Override
    protected HttpAnswer download(HttpRequest request, byte[] content) {
      HttpAnswer answer = super.download(request, content);
      return request.method().equals("HEAD")
          ? answer.with("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT")
          : answer;
    }
  }

  private static final class NoRanges extends NotifyingServer {
    @Override
    protected HttpAnswer download(HttpRequest request, byte[] content) {
      HttpRequest whole =
          new HttpRequest(
              request.method(), request.target(), "HTTP/1.1", java.util.Map.of(), request.body());
      return super.download(whole, content);
    }
  }

  private static final class ShortRange extends NotifyingServer {
    @Override
    protected HttpAnswer download(HttpRequest request, byte[] content) {
      HttpAnswer answer = super.download(request, content);
      String range = answer.header("Content-Range");
      if (answer.status() != 206 || range == null) {
        return answer;
      }
      int first = Integer.parseInt(range.replaceAll("bytes (\\d+)-.*", "$1"));
      int last = Integer.parseInt(range.replaceAll("bytes \\d+-(\\d+)/.*", "$1"));
      return answer.body(java.util.Arrays.copyOfRange(content, first, last));
    }
  }

  private static final class BehindIs500 extends NotifyingServer {
    @Override
    protected HttpAnswer download(HttpRequest request, byte[] content) {
      HttpAnswer answer = super.download(request, content);
      return answer.status() == 416 ? new HttpAnswer(500) : answer;
    }
  }

  private static final class TimeOfAnswer extends NotifyingServer {
    @Override
    protected String lastModified() {
      return DateTimeFormatter.RFC_1123_DATE_TIME.format(
          ZonedDateTime.now(ZoneOffset.UTC).withDayOfMonth(10));
    }
  }

  private static final class NoTime extends NotifyingServer {
    @Override
    protected HttpAnswer download(HttpRequest request, byte[] content) {
      return super.download(request, content).without("Last-Modified");
    }
  }
}
