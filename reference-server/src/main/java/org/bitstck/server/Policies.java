package org.bitstck.server;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bitstck.server.notification.Notifier;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.OverlapPolicy;
import org.bitstck.server.upload.PacketReceiver;

/**
 * The decisions of the protocol that are objects of their own, so that another one can take the
 * place of each.
 *
 * @param ranges reads Content-Range
 * @param sessionIds makes the ids of new sessions
 * @param overlap decides about bytes that were received already
 * @param notifier stands around the talk with the server applications
 * @param receiver stands around everything that clients see
 */
public record Policies(
    PacketReader.RangeReader ranges,
    Supplier<SessionId> sessionIds,
    OverlapPolicy overlap,
    UnaryOperator<Notifier> notifier,
    UnaryOperator<PacketReceiver> receiver) {

  /** What the protocol asks for. */
  public static Policies of(Profile profile) {
    return new Policies(
        ContentRange::parse,
        SessionId::random,
        profile.overlapStoresTail() ? OverlapPolicy.storeTail() : OverlapPolicy.exact(),
        UnaryOperator.identity(),
        UnaryOperator.identity());
  }
}
