package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.ERROR;
import static org.bitstck.server.protocol.BitsHeader.ERROR_CODE;
import static org.bitstck.server.protocol.BitsHeader.PACKET_TYPE;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;
import static org.bitstck.server.protocol.BitsHeader.SUPPORTED_PROTOCOLS;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.upload.SessionLookup;

/** Mistakes in HTTP. */
final class HttpDefects {
  private static final HttpMethod BITS_POST = HttpMethod.valueOf("BITS_POST");
  private static final List<String> KNOWN =
      List.of(PACKET_TYPE, SESSION_ID, SUPPORTED_PROTOCOLS, "Content-Range", "Content-Name");
  private static final String CONNECTION = "X-Defect-Connection";

  private HttpDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-HTTP-VERSION-002/http-1-0",
            "Acks have a status line of HTTP/1.0.",
            OnTheWire.answer(
                (seen, answer) -> {
                  if (OnTheWire.isAck(answer)) {
                    answer.setProtocolVersion(HttpVersion.HTTP_1_0);
                  }
                })),
        Defect.of(
            "BITS-HTTP-VERSION-003/taken",
            "A packet that comes as HTTP/1.0 is taken.",
            Change.request(
                head -> {
                  if (head.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
                    head.setProtocolVersion(HttpVersion.HTTP_1_1);
                  }
                })),
        Defect.of(
            "BITS-HTTP-METHOD-002/any-method",
            "A request with a packet type is a packet, whatever its method.",
            OnTheWire.request(
                head -> {
                  if (head.headers().contains(PACKET_TYPE)) {
                    head.setMethod(BITS_POST);
                  }
                })),
        Defect.of(
            "BITS-HTTP-METHOD-002/letter-case",
            "The method of packets is known in any letter case.",
            OnTheWire.request(
                head -> {
                  if (head.method().name().equalsIgnoreCase(BITS_POST.name())) {
                    head.setMethod(BITS_POST);
                  }
                })),
        Defect.of(
            "BITS-HTTP-HEADERS-001/letter-case",
            "The names of headers are known in one letter case only.",
            OnTheWire.request(HttpDefects::dropOtherCase)),
        Defect.of(
            "BITS-HTTP-HEADERS-001/order",
            "The packet type has to come before the other headers of the protocol.",
            Change.answered(
                HttpDefects::isTypeLate,
                (seen, peer) -> Change.refused(400, HResult.INVALID_ARGUMENT, ""))),
        Defect.of(
            "BITS-HTTP-HEADERS-003/refused",
            "A packet with an unknown header of the protocol is refused.",
            Change.answered(
                seen ->
                    seen.head().headers().names().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .anyMatch(name -> name.startsWith("bits-") && !isKnown(name)),
                (seen, peer) -> Change.refused(400, HResult.INVALID_ARGUMENT, ""))),
        Defect.of(
            "BITS-HTTP-HEADERS-005/no-continue",
            "A client that waits for 100 Continue gets none.",
            OnTheWire.request(head -> head.headers().remove("Expect"))),
        Defect.of(
            "BITS-HTTP-HEADERS-005/expectation-failed",
            "A client that waits for 100 Continue gets 417.",
            Change.answered(
                seen -> seen.has("Expect"),
                (seen, peer) -> Change.refused(417, HResult.INVALID_ARGUMENT, seen.session()))),
        Defect.of(
            "BITS-HTTP-HEADERS-007/debug",
            "The Ack of a PING has a header of 5000 bytes for debugging.",
            Change.success(
                PacketType.PING, (seen, ack) -> ack.with("X-Debug", "0123456789".repeat(500)))),
        Defect.of(
            "BITS-HTTP-RESPONSE-001/bare-lf",
            "The lines of answers end in LF alone.",
            OnTheWire.headText(head -> head.replace("\r\n", "\n"))),
        Defect.of(
            "BITS-HTTP-RESPONSE-001/blank-in-a-name",
            "In refusals there is a blank between the name of a header and its colon.",
            OnTheWire.headText(
                head -> head.startsWith("HTTP/1.1 4") ? head.replace("Date:", "Date :") : head)),
        Defect.of(
            "BITS-HTTP-RESPONSE-002/page",
            "Refusals that are no Acks have a page in HTML.",
            OnTheWire.otherAnswer(HttpDefects::page)),
        Defect.of(
            "BITS-HTTP-CONN-001/body-is-a-request",
            "The body of a refused fragment is taken for the next request.",
            policies -> policies.aroundConnection(UnreadBody::install)),
        Defect.<Policies>of(
                "BITS-HTTP-CONN-002/bound",
                "A session is known only on the connection on which it was opened.",
                HttpDefects::bound)
            .follows(
                "an upload does not survive a broken connection",
                "BITS-SRV-FRAGMENT-021",
                "BITS-SRV-STATE-002",
                "BITS-HTTP-HEADERS-005"),
        Defect.of(
            "BITS-HTTP-AUTH-001/no-challenge",
            "A 401 does not say how to log in.",
            Change.refusal((seen, ack) -> ack.without("WWW-Authenticate"))),
        Defect.of(
            "BITS-HTTP-AUTH-001/opens-first",
            "A session is opened for everyone, and credentials are wanted later.",
            policies -> policies.aroundReceiver(OpenToAll::new)),
        Defect.of(
            "BITS-HTTP-AUTH-001/cancel-for-all",
            "CANCEL-SESSION is carried out without credentials.",
            policies -> {
              Memory memory = Memory.of(policies);
              OpenSessions open = OpenSessions.of(policies);
              Change.refusal(
                      (seen, ack) -> {
                        boolean free =
                            ack.status() == 401
                                && seen.is(PacketType.CANCEL_SESSION)
                                && memory.of(seen).isPresent();
                        if (!free) {
                          return ack;
                        }
                        open.end(seen.session());
                        return Ack.of(200).with(SESSION_ID, seen.session());
                      })
                  .accept(policies);
            }),
        Defect.<Policies>of(
                "BITS-HTTP-TLS-001/ping-refused",
                "A PING that comes over https is refused.",
                policies ->
                    policies.aroundSteps(
                        (type, step, sessions) ->
                            (packet, destination, user) -> {
                              if (type == PacketType.PING
                                  && packet.peer().scheme().equals("https")) {
                                throw Refusal.server(403, HResult.ACCESS_DENIED, "no https here");
                              }
                              return step.receive(packet, destination, user);
                            }))
            .follows(
                "it is refused to everyone there",
                "BITS-SRV-PING-001",
                "BITS-SRV-PING-002",
                "BITS-SRV-PING-003"),
        Defect.of(
            "BITS-HTTP-URI-001/paths-only",
            "A request target that is an absolute URL is refused.",
            Change.answered(
                seen -> !seen.head().uri().startsWith("/"),
                (seen, peer) -> Change.refused(404, HResult.PATH_NOT_FOUND, seen.session()))),
        Defect.of(
            "BITS-HTTP-HRESULT-001/decimal",
            "Error codes are written as decimal numbers.",
            Change.refusal(
                (seen, ack) ->
                    ack.headers().containsKey(ERROR) || ack.headers().containsKey(ERROR_CODE)
                        ? coded(ack, code -> Long.toString(Long.decode(code)))
                        : ack)),
        Defect.of(
            "BITS-HTTP-HRESULT-002/private-code",
            "A missing folder has a code of the server's own, without the bit for such codes.",
            Change.refusal(
                (seen, ack) ->
                    ack.headers().containsValue(HResult.PATH_NOT_FOUND.toString())
                        ? coded(ack, code -> "0x80041234")
                        : ack)));
  }

  private static Ack coded(Ack ack, UnaryOperator<String> change) {
    Ack changed = ack;
    for (String name : List.of(ERROR, ERROR_CODE)) {
      if (ack.headers().containsKey(name)) {
        changed = changed.with(name, change.apply(ack.headers().get(name)));
      }
    }
    return changed;
  }

  private static boolean isKnown(String name) {
    return KNOWN.stream().anyMatch(known -> known.equalsIgnoreCase(name));
  }

  private static void dropOtherCase(HttpRequest head) {
    for (Map.Entry<String, String> header : head.headers().entries()) {
      String name = header.getKey();
      if (isKnown(name) && !KNOWN.contains(name)) {
        head.headers().remove(name);
      }
    }
  }

  private static boolean isTypeLate(Seen seen) {
    for (Map.Entry<String, String> header : seen.head().headers()) {
      if (header.getKey().equalsIgnoreCase(PACKET_TYPE)) {
        return false;
      }
      if (isKnown(header.getKey().toLowerCase(Locale.ROOT))) {
        return seen.has(PACKET_TYPE);
      }
    }
    return false;
  }

  private static HttpResponse page(Seen seen, HttpResponse answer) {
    int status = answer.status().code();
    boolean head = seen.head() != null && seen.head().method().equals(HttpMethod.HEAD);
    if (OnTheWire.isAck(answer) || status < 400 || status == 416 || head) {
      return answer;
    }
    byte[] text =
        ("<html><body><h1>" + answer.status() + "</h1></body></html>")
            .getBytes(StandardCharsets.US_ASCII);
    HttpHeaders headers = new DefaultHttpHeaders().add(answer.headers());
    headers.set("Content-Type", "text/html").set("Content-Length", Integer.toString(text.length));
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1,
        answer.status(),
        Unpooled.wrappedBuffer(text),
        headers,
        EmptyHttpHeaders.INSTANCE);
  }

  /** Each connection has a number, which travels in a header that nobody else sees. */
  private static void bound(Policies policies) {
    AtomicLong last = new AtomicLong();
    Map<String, String> owners = new ConcurrentHashMap<>();
    policies.aroundConnection(
        pipeline -> {
          String number = Long.toString(last.incrementAndGet());
          OnTheWire.add(pipeline, head -> head.headers().set(CONNECTION, number));
        });
    Change.success(
            PacketType.CREATE_SESSION,
            (seen, ack) -> {
              owners.put(ack.headers().get(SESSION_ID), seen.header(CONNECTION));
              return ack;
            })
        .accept(policies);
    SessionLookup right = policies.uploads().lookup();
    policies.lookup(
        (sessions, packet, user) -> {
          String owner = owners.get(String.valueOf(packet.sessionId()));
          if (owner != null && !owner.equals(packet.headers().get(CONNECTION))) {
            throw Refusal.sessionNotFound();
          }
          return right.find(sessions, packet, user);
        });
  }
}
