package org.bitstck.server.directory;

import java.time.Duration;

/**
 * The host to which a client sends the rest of an upload. Source: MC-BUP 2.2.3.2.
 *
 * @param host name or address, without scheme, port or path
 * @param fallback how long the client tries that host before it returns; null: for ever
 */
public record AlternateHost(String host, Duration fallback) {}
