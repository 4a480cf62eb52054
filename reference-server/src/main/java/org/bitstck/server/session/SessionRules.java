package org.bitstck.server.session;

import java.util.function.Supplier;
import org.bitstck.server.protocol.SessionId;

/**
 * What is decided about sessions.
 *
 * @param ids makes the ids of new ones
 * @param timeout when one has been left alone for too long
 */
public record SessionRules(Supplier<SessionId> ids, SessionTimeout timeout) {}
