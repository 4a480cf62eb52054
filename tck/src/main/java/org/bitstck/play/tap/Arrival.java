package org.bitstck.play.tap;

import org.bitstck.exchange.Request;

/**
 * The head of a request.
 *
 * @param head the request without its body; what is no HTTP has only its raw bytes
 * @param connection unique among all connections of the tap
 * @param reused true if the connection had carried a request before
 * @param nanos when the request's first byte was here, in {@link System#nanoTime}
 * @param overIpv6 whether the connection came over IPv6
 * @param hangUp ends the connection; may be called by any thread
 */
public record Arrival(
    Request head, long connection, boolean reused, long nanos, boolean overIpv6, Runnable hangUp) {}
