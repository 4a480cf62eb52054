package org.bitstck.server.upload;

import org.bitstck.server.directory.Destination;
import org.bitstck.server.session.OverlapPolicy;

/**
 * What is decided about packets whose syntax is right.
 *
 * @param destinations which place a request target names
 * @param access who may upload there
 * @param lookup which session a packet means
 * @param overlap what becomes of bytes that were received already
 * @param steps stands around what is done for each type of packet
 */
public record UploadRules(
    Destination.Finder destinations,
    AccessCheck access,
    SessionLookup lookup,
    OverlapPolicy overlap,
    StepWrapper steps) {}
