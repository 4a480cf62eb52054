package org.bitstck.server.application;

import java.nio.file.Path;

/**
 * What all connections share.
 *
 * @param bodies folder for bodies under way
 */
record ApplicationParts(
    ApplicationConfig config,
    ApplicationPolicies policies,
    Desk desk,
    StaticReplies statics,
    Path bodies) {}
