package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.util.List;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Hosts;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** BITS-Host-Id exchanges the host for all further packets, and nothing else. */
final class HostFaults {
  private HostFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
            "ignores the host id",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    hosts.announced(null, -1);
                  }
                },
            "BITS-CLI-HOST-001"),
        client(
            "CLOSE-SESSION goes to the original host",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet sessionPacket(String type) {
                    Packet packet = super.sessionPacket(type);
                    return type.equals("CLOSE-SESSION") ? packet.to(hosts.original()) : packet;
                  }
                },
            "BITS-CLI-HOST-001"),
        client(
            "only the first fragment goes to the new host",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet fragmentPacket(long from, int length) {
                    return from == 0
                        ? super.fragmentPacket(from, length)
                        : super.fragmentPacket(from, length).to(hosts.original());
                  }

                  @Override
                  protected Packet sessionPacket(String type) {
                    Packet packet = super.sessionPacket(type);
                    return type.equals("CLOSE-SESSION") ? packet.to(hosts.original()) : packet;
                  }
                },
            "BITS-CLI-HOST-001"),
        client(
            "Host header of the original host",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected byte[] bytes(Packet packet) {
                    packet.with("Host", hosts.original().host() + ":" + hosts.original().port());
                    return super.bytes(packet);
                  }
                },
            "BITS-CLI-HOST-001"),
        client(
            "path lost at the new host",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Packet packet(String type) {
                    return hosts.hasAlternate()
                        ? super.packet(type).target("/")
                        : super.packet(type);
                  }
                },
            "BITS-CLI-HOST-002"),
        client(
                "query lost at the new host",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet packet(String type) {
                        return hosts.hasAlternate()
                            ? super.packet(type).target(target.replaceFirst("\\?.*", ""))
                            : super.packet(type);
                      }
                    },
                "BITS-CLI-HOST-002")
            .warned("BITS-HTTP-URI-002"),
        client(
            "port 80 at the new host",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    portLost = hosts.hasAlternate();
                  }

                  @Override
                  protected Packet packet(String type) {
                    return portLost
                        ? super.packet(type).to(new Hosts.Address(hosts.current().host(), 80))
                        : super.packet(type);
                  }

                  private boolean portLost;
                },
            "BITS-CLI-HOST-002"),
        client(
            "splits an IPv6 host at its colons",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void opened(Answer ack) {
                    super.opened(ack);
                    String id = String.valueOf(ack.header("BITS-Host-Id"));
                    if (id.contains(":")) {
                      hosts.announced(
                          id.replaceFirst(":.*", "host"),
                          ack.number("BITS-Host-Id-Fallback-Timeout"));
                    }
                  }
                },
            "BITS-CLI-HOST-007"));
  }
}
