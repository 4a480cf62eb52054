package org.bitstck.play.server.application;

/**
 * The path that a notification by reference names for the reply.
 *
 * @param path as it stood in the notification; null if it named none
 * @param problem why the reply cannot be put there, in words; null if it can
 */
public record ResponseFile(String path, String problem) {}
