package org.bitstck.client.defect;

import static org.bitstck.client.defect.Defect.defect;
import static org.bitstck.client.defect.Traffic.is;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.http.RequestHead;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.UploadOptions;

/** BITS-Host-Id exchanges the host for all further packets, and nothing else. */
final class HostDefects {
  private static final int HTTP_PORT = 80;

  private HostDefects() {}

  static List<Defect> all() {
    return List.of(
        defect(
            "BITS-CLI-HOST-001/close-at-the-original",
            "CLOSE-SESSION goes to the host of the URL.",
            Seam.requests(
                (request, options) ->
                    is(request, PacketType.CLOSE_SESSION)
                        ? Traffic.to(request, options.destination())
                        : request)),
        defect(
            "BITS-CLI-HOST-001/cancel-at-the-original",
            "CANCEL-SESSION goes to the host of the URL.",
            Seam.requests(
                (request, options) ->
                    is(request, PacketType.CANCEL_SESSION)
                        ? Traffic.to(request, options.destination())
                        : request)),
        defect(
                "BITS-CLI-HOST-001/ignored",
                "A host id is not looked at.",
                Seam.read(
                    PacketType.CREATE_SESSION,
                    (request, ack) -> Traffic.without(ack, BitsHeader.HOST_ID)))
            .follows("in no form at all", "BITS-CLI-HOST-007"),
        defect(
                "BITS-CLI-HOST-001/host-header",
                "The Host header names the host of the URL also at the other host.",
                OriginalName::new)
            .follows("there are no brackets in it", "BITS-CLI-HOST-007"),
        defect(
                "BITS-CLI-HOST-002/query-dropped",
                "At another host the query of the URL is left out.",
                elsewhere(to -> to.withTarget(to.target().replaceFirst("\\?.*", ""))))
            .follows("it is the target of a packet", "BITS-HTTP-URI-002"),
        defect(
                "BITS-CLI-HOST-002/port-80",
                "At another host port 80 is used.",
                elsewhere(to -> new Destination(to.tls(), to.host(), HTTP_PORT, to.target())))
            .follows("no packet comes to another host", "BITS-CLI-HOST-001", "BITS-CLI-HOST-007"),
        defect(
            "BITS-CLI-HOST-003/canonical-name",
            "Without a host id it goes on at the name that the host's address has.",
            Seam.exchanges(CanonicalName::new)),
        defect(
            "BITS-CLI-HOST-007/as-a-name",
            "An IPv6 address is looked for as if it were a name.",
            Seam.hosts(
                (hosts, state) ->
                    new HostsFilter(hosts) {
                      @Override
                      public Destination destination() throws ExchangeFailure {
                        Destination to = super.destination();
                        if (to.host().indexOf(':') >= 0) {
                          throw new ExchangeFailure(
                              ExchangeFailure.Kind.CONNECT, "no such host: " + to.host(), null);
                        }
                        return to;
                      }
                    })),
        defect(
            "BITS-CLI-HOST-007/no-brackets",
            "An IPv6 address stands in the Host header without brackets.",
            Seam.head(
                next ->
                    request -> {
                      var head = next.of(request);
                      String host = head.getFirstHeader("Host").getValue();
                      head.setHeader("Host", host.replaceAll("[\\[\\]]", ""));
                      return head;
                    })));
  }

  /** Packets that do not go to the host of the URL go somewhere else still. */
  private static Supplier<Policies> elsewhere(UnaryOperator<Destination> change) {
    return Seam.requests(
        (request, options) -> {
          Destination to = request.destination();
          boolean original = to.host().equals(options.destination().host());
          return original || !Traffic.isPacket(request)
              ? request
              : Traffic.to(request, change.apply(to));
        });
  }

  /** Never names another host. */
  private static final class OriginalName implements Policies {
    private Destination original;

    @Override
    public UploadOptions options(UploadOptions wanted) {
      original = wanted.destination();
      return wanted;
    }

    @Override
    public RequestHead head(RequestHead next) {
      return request -> {
        var head = next.of(request);
        if (Traffic.isPacket(request)) {
          head.setHeader("Host", original.authority());
        }
        return head;
      };
    }
  }

  /** Changes the host though nobody asked for it. */
  private static final class CanonicalName extends ExchangesFilter {
    private boolean hostId;

    CanonicalName(Exchanges next, UploadOptions options) {
      super(next);
    }

    @Override
    Request sent(Request request) {
      if (hostId || !Traffic.isPacket(request) || is(request, PacketType.CREATE_SESSION)) {
        return request;
      }
      Destination to = request.destination();
      try {
        String name = InetAddress.getByName(to.host()).getCanonicalHostName();
        return Traffic.to(request, to.withHost(name));
      } catch (UnknownHostException e) {
        return request;
      }
    }

    @Override
    Answer read(Request request, Answer answer) {
      hostId |= answer.header(BitsHeader.HOST_ID) != null;
      return answer;
    }
  }
}
