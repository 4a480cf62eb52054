package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.RECEIVED_CONTENT_RANGE;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.Durability;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionStore;

/** Mistakes in publishing a file. */
final class CloseDefects {
  private static final int CUT = 64 * 1024;

  private CloseDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-CLOSE-001/accepted",
            "CLOSE-SESSION is answered with 202.",
            Change.success(
                PacketType.CLOSE_SESSION, (seen, ack) -> new Ack(202, ack.headers(), ack.why()))),
        Defect.<Policies>of(
                "BITS-SRV-CLOSE-002/cut",
                "Of a file above 64 KiB only the beginning is published.",
                publishing(
                    (store, id, total, file, replace) ->
                        store.publish(id, Math.min(total, CUT), file, replace)))
            .follows("an upload that was interrupted is cut as well", "BITS-SRV-FRAGMENT-021"),
        Defect.of(
            "BITS-SRV-CLOSE-003/close-again",
            "A session that was closed can be closed again.",
            again(PacketType.CLOSE_SESSION)),
        Defect.of(
            "BITS-SRV-CLOSE-003/late-fragments",
            "Fragments of a session that was closed are answered as if it were open.",
            again(PacketType.FRAGMENT)),
        Defect.of(
            "BITS-SRV-CLOSE-004/stump",
            "CLOSE-SESSION before the last fragment publishes what is there.",
            partly(PacketType.CLOSE_SESSION)),
        Defect.of(
            "BITS-SRV-CLOSE-005/success",
            "CLOSE-SESSION succeeds although there is no data any more.",
            publishing(
                (store, id, total, file, replace) -> {
                  try {
                    store.publish(id, total, file, replace);
                  } catch (NoSuchFileException e) {
                    // that is the mistake
                    return;
                  }
                })),
        Defect.of(
            "BITS-SRV-CLOSE-007/written-over",
            "A file is written over an existing one, and the rest of that stays.",
            publishing(CloseDefects::writeOver)),
        Defect.of(
            "BITS-SRV-CLOSE-008/growing",
            "A new file is to be seen at its destination while it is uploaded.",
            CloseDefects::growing),
        Defect.of(
            "BITS-SRV-CLOSE-008/broken-off",
            "When a connection breaks within a fragment, what is there is published.",
            policies -> {
              Map<Path, Boolean> shown = new ConcurrentHashMap<>();
              hideAtTheEnd(policies, shown);
              Change.step(
                      PacketType.FRAGMENT,
                      (step, sessions) ->
                          (packet, destination, user) -> {
                            Session session = sessions.find(packet.sessionId());
                            return Receptions.body(
                                step.receive(packet, destination, user),
                                body ->
                                    new ChangedBody(body) {
                                      @Override
                                      public void abort() {
                                        super.abort();
                                        show(shown, session, destination.file());
                                      }
                                    });
                          })
                  .accept(policies);
            }));
  }

  /** How the data of a complete upload gets to its destination. */
  private interface Publishing {
    void publish(SessionStore store, SessionId id, long total, Path file, boolean replace)
        throws IOException;
  }

  private static Consumer<Policies> publishing(Publishing change) {
    return policies ->
        policies.stores((root, durability) -> new OtherStore(root, durability, change));
  }

  /** A store that publishes in its own way. */
  private static final class OtherStore extends SessionStore {
    private final Publishing change;
    private final SessionStore right;

    OtherStore(Path root, Durability durability, Publishing change) throws IOException {
      super(root, durability);
      this.change = change;
      this.right = new SessionStore(root, durability);
    }

    @Override
    public void publish(SessionId id, long total, Path file, boolean replace) throws IOException {
      change.publish(right, id, total, file, replace);
    }
  }

  private static void writeOver(
      SessionStore store, SessionId id, long total, Path file, boolean replace) throws IOException {
    if (!replace || !Files.exists(file)) {
      store.publish(id, total, file, replace);
      return;
    }
    try (FileChannel to = FileChannel.open(file, StandardOpenOption.WRITE);
        FileChannel from = FileChannel.open(store.data(id), StandardOpenOption.READ)) {
      for (long done = 0; done < total; ) {
        done += from.transferTo(done, total - done, to);
      }
    }
  }

  private static Consumer<Policies> again(PacketType type) {
    return policies -> {
      Memory memory = Memory.of(policies);
      Change.answered(
              seen ->
                  seen.is(type)
                      && (type != PacketType.FRAGMENT || seen.range() != null)
                      && memory.of(seen).filter(Memory.Known::closed).isPresent(),
              (seen, peer) ->
                  type == PacketType.FRAGMENT
                      ? taken(seen)
                      : Ack.of(200).with(SESSION_ID, seen.session()))
          .accept(policies);
    };
  }

  /** The Ack of a fragment that is taken. */
  static Ack taken(Seen seen) {
    return Ack.of(200)
        .with(SESSION_ID, seen.session())
        .with(RECEIVED_CONTENT_RANGE, Long.toString(seen.range().last() + 1));
  }

  /** Publishes what an incomplete upload has when it ends. */
  static Consumer<Policies> partly(PacketType at) {
    return Change.step(
        at,
        (step, sessions) ->
            (packet, destination, user) -> {
              Session session = sessions.find(packet.sessionId());
              boolean own = session.details().url().equals(packet.target().path());
              if (own && !session.isComplete() && session.offset() > 0) {
                publish(session, session.offset(), destination.file());
              }
              return step.receive(packet, destination, user);
            });
  }

  /** Publishes the beginning of an upload, and leaves its session without data. */
  static void publish(Session session, long length, Path file) {
    try {
      session.store().publish(session.id(), length, file, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void growing(Policies policies) {
    Map<Path, Boolean> shown = new ConcurrentHashMap<>();
    hideAtTheEnd(policies, shown);
    Change.step(
            PacketType.FRAGMENT,
            (step, sessions) ->
                (packet, destination, user) -> {
                  Session session = sessions.find(packet.sessionId());
                  return Receptions.map(
                      step.receive(packet, destination, user),
                      ack -> {
                        if (ack.status() == 200 && !session.isComplete()) {
                          show(shown, session, destination.file());
                        }
                        return ack;
                      });
                })
        .accept(policies);
  }

  /** Copies the data of a session to its destination, unless a file is there. */
  private static void show(Map<Path, Boolean> shown, Session session, Path file) {
    if (!session.details().url().endsWith("/" + file.getFileName())) {
      return;
    }
    if (!Files.exists(file)) {
      shown.put(file, true);
    }
    if (!shown.containsKey(file)) {
      return;
    }
    try {
      Files.copy(session.store().data(session.id()), file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hideAtTheEnd(Policies policies, Map<Path, Boolean> shown) {
    policies.aroundSteps(
        (type, step, sessions) ->
            (packet, destination, user) -> {
              boolean ends = type == PacketType.CLOSE_SESSION || type == PacketType.CANCEL_SESSION;
              if (ends && shown.remove(destination.file()) != null) {
                try {
                  Files.deleteIfExists(destination.file());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
              return step.receive(packet, destination, user);
            });
  }
}
