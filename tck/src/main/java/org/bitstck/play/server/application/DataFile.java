package org.bitstck.play.server.application;

/**
 * The file that a notification by reference names as the upload, as the application found it.
 *
 * @param path as it stood in the notification; null if it named none
 * @param atArrival its bytes when the notification came; null if it could not be read
 * @param atAnswer its bytes when the answer went out; null if it could not be read then, or nothing
 *     was answered
 * @param answered whether it was looked at a second time
 * @param problem why it could not be read, in words; null if it could
 * @param there whether it is there now
 */
public record DataFile(
    String path,
    byte[] atArrival,
    byte[] atAnswer,
    boolean answered,
    String problem,
    boolean there) {}
