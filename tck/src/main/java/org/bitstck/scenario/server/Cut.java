package org.bitstck.scenario.server;

/**
 * Where the kit breaks a request off.
 *
 * @param bytes how many are sent
 * @param ofBody counted from the start of the body; false counts from the start of the request
 * @param reset with a TCP reset; false closes in order
 */
public record Cut(long bytes, boolean ofBody, boolean reset) {}
