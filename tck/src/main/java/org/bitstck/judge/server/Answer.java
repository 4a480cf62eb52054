package org.bitstck.judge.server;

import java.util.Optional;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.play.server.Played;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.server.RequestStep;

/**
 * An exchange as the always-on rules ask about it: what decides whether they apply is found out
 * once for all of them.
 *
 * @param played the scenario
 * @param directory name of the directory that the request went to
 * @param packet whether the request is one
 * @param kind of the packet; empty if it is none that there is
 * @param ack whether the answer says that it is one
 * @param atHttpLevel whether it may be the HTTP server that answered, before the packet was read
 */
record Answer(
    Played played,
    Exchange exchange,
    String directory,
    boolean packet,
    Optional<PacketKind> kind,
    boolean ack,
    boolean atHttpLevel,
    Observation seen) {

  static Answer of(Played played, RequestStep step, Exchange exchange, String directory) {
    Response response = exchange.response();
    boolean ack = response != null && response.isAck();
    boolean login = response != null && (response.status() == 401 || response.status() == 407);
    return new Answer(
        played,
        exchange,
        directory,
        exchange.request().isPacket(),
        PacketKind.of(exchange.request().packetType()),
        ack,
        !ack && (step.frontEndMayAnswer() || login),
        Observation.of(exchange));
  }
}
