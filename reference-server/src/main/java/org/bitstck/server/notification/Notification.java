package org.bitstck.server.notification;

import java.net.URI;
import java.nio.file.Path;

/**
 * One complete upload that the server application is to hear of.
 *
 * @param url to which it is posted, absolute
 * @param originalUrl absolute URL of the destination
 * @param type by reference or by value
 * @param data file of the uploaded bytes
 * @param size of the upload, in bytes
 * @param reply file of the reply; does not exist yet
 * @param limits of time
 */
public record Notification(
    URI url,
    String originalUrl,
    NotificationSettings.Type type,
    Path data,
    long size,
    Path reply,
    NotificationSettings.Limits limits) {}
