package org.bitstck.play.application;

import org.bitstck.exchange.Headers;

/**
 * A request of the server under test to its application: MC-BUP 2.2.12.
 *
 * @param body the entity in by-value mode; empty in by-reference mode
 */
public record Notification(String method, String target, Headers headers, byte[] body) {}
