package org.bitstck.play.client.scripted;

/**
 * What lies at the destination.
 *
 * @param bytes null where the file is too large to be held
 * @param likeFile whether it is like the client's file as it was at the start; looked at only where
 *     the bytes are not held
 */
public record Published(byte[] bytes, boolean likeFile) {}
