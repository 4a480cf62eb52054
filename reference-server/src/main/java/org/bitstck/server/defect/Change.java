package org.bitstck.server.defect;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpRequest;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Peer;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;
import org.bitstck.server.upload.Acks;
import org.bitstck.server.upload.Body;
import org.bitstck.server.upload.PacketReceiver;
import org.bitstck.server.upload.Reception;
import org.bitstck.server.upload.Step;

/** The usual places at which a mistake is made. */
final class Change {
  private Change() {}

  /** What an Ack says. */
  static Consumer<Policies> ack(BiFunction<Seen, Ack, Ack> change) {
    return policies -> policies.aroundReceiver(inner -> new Acknowledging(inner, change));
  }

  /** The Ack of a refusal that the server itself has found. */
  static Ack refused(int status, HResult hresult, String session) {
    return new Acks(Profile.INTEROP)
        .refused(session.isEmpty() ? null : session, Refusal.server(status, hresult, "defect"));
  }

  /** What becomes of the body of a fragment that is taken. */
  static Consumer<Policies> body(BodyChange change) {
    return step(
        PacketType.FRAGMENT,
        (step, sessions) ->
            (packet, destination, user) -> {
              Session session = sessions.find(packet.sessionId());
              Reception reception = step.receive(packet, destination, user);
              return reception instanceof Reception.Receiving receiving
                  ? new Reception.Receiving(change.around(packet, session, receiving.body()))
                  : reception;
            });
  }

  /** Stands around a body. */
  interface BodyChange {
    Body around(Packet packet, Session session, Body body);
  }

  /** What a success Ack to some type of packet says. */
  static Consumer<Policies> success(PacketType type, BiFunction<Seen, Ack, Ack> change) {
    return ack((seen, ack) -> seen.is(type) && ack.status() < 300 ? change.apply(seen, ack) : ack);
  }

  /** What a refusal says. */
  static Consumer<Policies> refusal(BiFunction<Seen, Ack, Ack> change) {
    return ack((seen, ack) -> ack.status() >= 300 ? change.apply(seen, ack) : ack);
  }

  /**
   * How a request is understood.
   *
   * @param change edits a copy of the head; the length of the body on the wire is not concerned
   */
  static Consumer<Policies> request(Consumer<HttpRequest> change) {
    return policies -> policies.aroundReceiver(inner -> new Misreading(inner, change));
  }

  /** How the values of headers are read. */
  static Consumer<Policies> reading(UnaryOperator<PacketReader.Rules> change) {
    return policies -> policies.reading(change.apply(policies.reading()));
  }

  /** What is done for a type of packet. */
  static Consumer<Policies> step(PacketType of, BiFunction<Step, Sessions, Step> change) {
    return policies ->
        policies.aroundSteps(
            (type, step, sessions) -> type == of ? change.apply(step, sessions) : step);
  }

  /** Requests that are answered before anybody looks at them any further. */
  static Consumer<Policies> answered(Predicate<Seen> which, BiFunction<Seen, Peer, Ack> answer) {
    return policies ->
        policies.aroundReceiver(
            inner ->
                new PacketReceiver() {
                  @Override
                  public Reception receive(HttpRequest head, Peer peer, String user) {
                    Seen seen = new Seen(head);
                    return which.test(seen)
                        ? new Reception.Answered(answer.apply(seen, peer))
                        : inner.receive(head, peer, user);
                  }

                  @Override
                  public Ack refuse(HttpRequest head, Refusal refusal) {
                    return inner.refuse(head, refusal);
                  }
                });
  }

  private record Acknowledging(PacketReceiver inner, BiFunction<Seen, Ack, Ack> change)
      implements PacketReceiver {
    @Override
    public Reception receive(HttpRequest head, Peer peer, String user) {
      Seen seen = new Seen(head);
      return Receptions.map(inner.receive(head, peer, user), ack -> change.apply(seen, ack));
    }

    @Override
    public Ack refuse(HttpRequest head, Refusal refusal) {
      return change.apply(new Seen(head), inner.refuse(head, refusal));
    }
  }

  private record Misreading(PacketReceiver inner, Consumer<HttpRequest> change)
      implements PacketReceiver {
    @Override
    public Reception receive(HttpRequest head, Peer peer, String user) {
      return inner.receive(misread(head), peer, user);
    }

    @Override
    public Ack refuse(HttpRequest head, Refusal refusal) {
      return inner.refuse(head == null ? null : misread(head), refusal);
    }

    private HttpRequest misread(HttpRequest head) {
      HttpRequest copy =
          new DefaultHttpRequest(
              head.protocolVersion(), head.method(), head.uri(), head.headers().copy());
      copy.setDecoderResult(head.decoderResult());
      change.accept(copy);
      return copy;
    }
  }
}
