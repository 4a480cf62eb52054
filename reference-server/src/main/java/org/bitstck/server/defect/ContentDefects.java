package org.bitstck.server.defect;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;

/** Mistakes with the bytes of fragments, and with fragments that break off. */
final class ContentDefects {
  private static final int PIECE = 64 * 1024;

  private ContentDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-FRAGMENT-017/seven-bits",
            "Bytes lose their highest bit.",
            stored(value -> value & 0x7F)),
        Defect.of(
            "BITS-SRV-FRAGMENT-017/no-zeros",
            "Zero bytes are stored as blanks.",
            stored(value -> value == 0 ? ' ' : value)),
        Defect.of(
            "BITS-SRV-FRAGMENT-017/ascii",
            "Bytes that are no ASCII characters are stored as question marks.",
            stored(value -> value > 0x7F ? '?' : value)),
        Defect.of(
            "BITS-SRV-FRAGMENT-017/text-mode",
            "Carriage returns are not stored.",
            Change.body(
                (packet, session, body) ->
                    new ChangedBody(body) {
                      @Override
                      public void write(ByteBuffer bytes) {
                        ByteBuffer kept = ByteBuffer.allocate(bytes.remaining());
                        while (bytes.hasRemaining()) {
                          byte value = bytes.get();
                          if (value != '\r') {
                            kept.put(value);
                          }
                        }
                        super.write(kept.flip());
                      }
                    })),
        Defect.of(
            "BITS-SRV-FRAGMENT-018/stored-coded",
            "Content-Encoding is not looked at, and coded bytes are stored as they come.",
            Change.request(head -> head.headers().remove("Content-Encoding"))),
        Defect.of(
            "BITS-SRV-FRAGMENT-018/identity-refused",
            "A fragment that says that it is not coded is refused.",
            Change.step(
                PacketType.FRAGMENT,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      if (packet.headers().contains("Content-Encoding")) {
                        throw Refusal.server(415, HResult.INVALID_ARGUMENT, "coded");
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-FRAGMENT-021/counts-what-was-announced",
            "Of a fragment that broke off all bytes count as received.",
            Change.body(
                (packet, session, body) ->
                    new ChangedBody(body) {
                      private long missing = packet.range().length();

                      @Override
                      public void write(ByteBuffer bytes) {
                        missing -= bytes.remaining();
                        super.write(bytes);
                      }

                      @Override
                      public void abort() {
                        while (missing > 0) {
                          write(ByteBuffer.allocate((int) Math.min(missing, PIECE)));
                        }
                        complete();
                      }
                    })),
        Defect.of(
            "BITS-SRV-FRAGMENT-021/busy",
            "A fragment that broke off keeps its session from taking another one.",
            policies -> {
              Set<SessionId> busy = ConcurrentHashMap.newKeySet();
              Change.body(
                      (packet, session, body) ->
                          new ChangedBody(body) {
                            @Override
                            public void abort() {
                              busy.add(session.id());
                              super.abort();
                            }
                          })
                  .accept(policies);
              Change.step(
                      PacketType.FRAGMENT,
                      (step, sessions) ->
                          (packet, destination, user) -> {
                            if (busy.contains(packet.sessionId())) {
                              throw Refusal.server(503, HResult.FAILED, "busy");
                            }
                            return step.receive(packet, destination, user);
                          })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-021/ends-the-session",
            "A connection that breaks within a fragment ends the session.",
            policies -> {
              OpenSessions open = OpenSessions.of(policies);
              Change.body(
                      (packet, session, body) ->
                          new ChangedBody(body) {
                            @Override
                            public void abort() {
                              super.abort();
                              open.end(session.id().toString());
                            }
                          })
                  .accept(policies);
            }));
  }

  /** What becomes of each byte value. */
  private static Consumer<Policies> stored(IntUnaryOperator change) {
    return Change.body(
        (packet, session, body) ->
            new ChangedBody(body) {
              @Override
              public void write(ByteBuffer bytes) {
                ByteBuffer changed = ByteBuffer.allocate(bytes.remaining());
                while (bytes.hasRemaining()) {
                  changed.put((byte) change.applyAsInt(bytes.get() & 0xFF));
                }
                super.write(changed.flip());
              }
            });
  }
}
