package org.bitstck.server.notification;

/**
 * What the server application made of an upload that it took. Source: MC-BUP 2.2.13.
 *
 * @param staticUrl absolute URL of the reply; null if the reply is in the file of the notification
 * @param copyToDestination whether the upload is to be published
 */
public record ApplicationAnswer(String staticUrl, boolean copyToDestination) {}
