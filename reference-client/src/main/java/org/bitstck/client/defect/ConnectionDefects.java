package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.contentRange;
import static org.bitstck.client.defect.Traffic.is;
import static org.bitstck.client.defect.Traffic.isPacket;
import static org.bitstck.client.defect.Traffic.offset;

import java.util.List;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.http.RequestHead;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.UploadOptions;

/** Packets follow each other, each of a known length, on whatever connection. */
final class ConnectionDefects {
  private static final long LARGE = 10_000;

  private ConnectionDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-HTTP-CONTENTLEN-001/chunked-fragments",
            "Fragments are sent chunked, without Content-Length.",
            Chunked::new),
        defect(
                "BITS-HTTP-CONTENTLEN-001/none-without-body",
                "Packets without a body have no Content-Length.",
                Seam.head(
                    next ->
                        request -> {
                          var head = next.of(request);
                          if (request.body() == null) {
                            head.removeHeaders("Content-Length");
                          }
                          return head;
                        }))
            .follows("Content-Length: 0 is missing", "BITS-CLI-TYPE-002"),
        defect(
            "BITS-HTTP-CONN-003/ping-meanwhile",
            "While it sends a fragment of more than 10 kB it pings on a second connection.",
            Seam.exchanges(PingMeanwhile::new)),
        defect(
            "BITS-HTTP-CONN-004/error",
            "An Ack with 'Connection: close' is a broken connection.",
            Seam.read(
                (request, answer) -> {
                  if (isPacket(request) && answer.status() == 200 && closes(answer)) {
                    throw new ExchangeFailure(
                        ExchangeFailure.Kind.TRANSPORT, "the server closed the connection", null);
                  }
                  return answer;
                })),
        defect(
            "BITS-HTTP-CONN-004/new-session",
            "Behind a fragment whose Ack closes the connection it opens a new session.",
            Seam.read(
                PacketType.FRAGMENT,
                (request, ack) ->
                    closes(ack) && offset(ack) < contentRange(request)[2]
                        ? Traffic.asLost(ack)
                        : ack)));
  }

  private static boolean closes(Answer answer) {
    return answer.headers("Connection").stream().anyMatch("close"::equalsIgnoreCase);
  }

  /** Sends fragments as chunks. */
  private static final class Chunked implements Policies {
    @Override
    public RequestHead head(RequestHead next) {
      return request -> {
        var head = next.of(request);
        if (is(request, PacketType.FRAGMENT)) {
          head.removeHeaders("Content-Length");
          head.addHeader("Transfer-Encoding", "chunked");
        }
        return head;
      };
    }

    @Override
    public Exchanges exchanges(Exchanges http, UploadOptions options) {
      return Seam.sent(
              PacketType.FRAGMENT,
              request -> Traffic.body(request, new ChunkedBody(request.body())))
          .get()
          .exchanges(http, options);
    }
  }

  /** Has no patience. */
  private static final class PingMeanwhile extends SecondClient {
    PingMeanwhile(Exchanges next, UploadOptions options) {
      super(next, options, options.timers().answer());
    }

    @Override
    Request sent(Request request) {
      return request.body() != null && request.body().length() > LARGE
          ? Traffic.body(request, new HastyBody(request.body(), () -> ping(request)))
          : request;
    }

    private void ping(Request fragment) {
      try {
        second.send(
            Request.of(fragment.method(), fragment.destination())
                .header(BitsHeader.PACKET_TYPE, PacketType.PING.toString()),
            sent -> {});
      } catch (ExchangeFailure e) {
        // the fragment will find out
      }
    }
  }
}
