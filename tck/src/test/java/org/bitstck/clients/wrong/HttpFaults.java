package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** The protocol is HTTP/1.1 with a verb of its own. */
final class HttpFaults {
  private HttpFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "no Content-Length on empty packets",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected byte[] bytes(Packet packet) {
                        if (packet.body().length == 0) {
                          packet.without("Content-Length");
                        }
                        return super.bytes(packet);
                      }
                    },
                "BITS-HTTP-CONTENTLEN-001")
            .also("it asks for Content-Length: 0", "BITS-CLI-TYPE-002")
            .fromTheStart(),
        client(
                "chunked fragments",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected byte[] bytes(Packet packet) {
                        return packet.type().equals("FRAGMENT")
                            ? chunked(packet)
                            : super.bytes(packet);
                      }
                    },
                "BITS-HTTP-CONTENTLEN-001")
            .fromTheStart(),
        client(
            "HTTP/1.0",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet packet(String type) {
                    return super.packet(type).version("HTTP/1.0");
                  }
                },
            "BITS-HTTP-VERSION-001"),
        client(
                "POST for the fragments",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet fragmentPacket(long from, int length) {
                        return super.fragmentPacket(from, length).method("POST");
                      }
                    },
                "BITS-HTTP-METHOD-001")
            .fromTheStart(),
        client(
            "the method in small letters",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet packet(String type) {
                    return super.packet(type).method("bits_post");
                  }
                },
            "BITS-HTTP-METHOD-001"),
        client(
                "a header of five thousand bytes",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void cancelSession() {
                        if (session != null) {
                          transmit(
                              sessionPacket("CANCEL-SESSION").with("X-Client", "x".repeat(5000)));
                        }
                        super.cancelSession();
                      }
                    })
            .warned("BITS-HTTP-HEADERS-006"),
        client(
            "no header that it does not know",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void checkAck(Answer answer) {
                    super.checkAck(answer);
                    if (!KNOWN.containsAll(answer.headers().keySet())) {
                      throw Failure.invalid(answer, "unknown header");
                    }
                  }
                },
            "BITS-HTTP-HEADERS-004"),
        client(
                "query dropped after CREATE-SESSION",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet packet(String type) {
                        return type.equals("CREATE-SESSION")
                            ? super.packet(type)
                            : super.packet(type).target(target.replaceFirst("\\?.*", ""));
                      }
                    })
            .warned("BITS-HTTP-URI-002")
            .also("at another host as well", "BITS-CLI-HOST-002"),
        client(
                "a plus for a blank",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet packet(String type) {
                        return super.packet(type).target(target.replace("%20", "+"));
                      }
                    })
            .warned("BITS-HTTP-URI-002")
            .also("at another host as well", "BITS-CLI-HOST-002")
            .also("it ends up elsewhere", "BITS-CLI-CLOSE-001"));
  }

  private static final Set<String> KNOWN =
      Set.of(
          "bits-packet-type",
          "bits-protocol",
          "bits-session-id",
          "bits-received-content-range",
          "bits-reply-url",
          "bits-host-id",
          "bits-host-id-fallback-timeout",
          "bits-error",
          "bits-error-code",
          "bits-error-context",
          "accept-encoding",
          "connection",
          "content-length",
          "content-type",
          "date",
          "server",
          "www-authenticate",
          "x-powered-by");

  private static byte[] chunked(Packet packet) {
    byte[] body = packet.body();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    packet.body(new byte[0]).without("Content-Length").with("Transfer-Encoding", "chunked");
    out.writeBytes(packet.bytes());
    out.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(body);
    out.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    packet.body(body);
    return out.toByteArray();
  }
}
