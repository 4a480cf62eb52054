package org.bitstck.server.protocol;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.OptionalLong;

/**
 * A request packet whose syntax is right. Source: MC-BUP 2.2.
 *
 * @param type which packet
 * @param target the destination
 * @param sessionId null if the packet needs none
 * @param sessionIdText the id as the client wrote it; null if it sent none
 * @param range null if the packet is no FRAGMENT
 * @param protocol the protocol of the new session; null if the packet is no CREATE-SESSION
 * @param contentLength number of body bytes; empty if the request did not tell
 * @param headers all headers
 * @param peer who sent it
 */
public record Packet(
    PacketType type,
    RequestTarget target,
    SessionId sessionId,
    String sessionIdText,
    ContentRange range,
    String protocol,
    OptionalLong contentLength,
    HttpHeaders headers,
    Peer peer) {}
