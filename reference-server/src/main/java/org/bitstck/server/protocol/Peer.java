package org.bitstck.server.protocol;

/**
 * The other end of the connection.
 *
 * @param address numeric IP address, without port
 * @param scheme {@code http} or {@code https}: how the peer reached this server
 * @param localAuthority host and port at which it did, for a request without a usable Host header
 */
public record Peer(String address, String scheme, String localAuthority) {}
