package org.bitstck.server.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Refusal;

/**
 * The body of one FRAGMENT on its way to the disk. Used by one connection, so by one thread at a
 * time.
 */
public final class FragmentData {
  private final Session session;
  private final HResult diskFull;
  private long skip;
  private FileChannel data;
  private long start;
  private Refusal failure;

  FragmentData(Session session, long skip, HResult diskFull) {
    this.session = session;
    this.skip = skip;
    this.diskFull = diskFull;
  }

  void open(FileChannel channel, long offset) {
    data = channel;
    start = offset;
  }

  /** Stores those of the bytes that are new. After a failure the rest of the body is dropped. */
  public void write(ByteBuffer bytes) {
    int known = (int) Math.min(skip, bytes.remaining());
    bytes.position(bytes.position() + known);
    skip -= known;
    if (data == null || failure != null || !bytes.hasRemaining()) {
      return;
    }
    try {
      if (!session.append(this, data, bytes)) {
        failure = Refusal.outOfSync(session.offset());
      }
    } catch (IOException e) {
      session.rollBack(this, data, start);
      failure = StorageFailure.refusal(e, diskFull);
    }
  }

  /**
   * The body has come to its end.
   *
   * @return the zero-based offset of the next byte wanted
   * @throws Refusal if not all of it could be stored, or if another request took the session
   */
  public long finish() throws Refusal {
    try {
      if (data != null && failure == null && session.store().durability().forcesFragments()) {
        data.force(false);
      }
    } catch (IOException e) {
      session.rollBack(this, data, start);
      failure = StorageFailure.refusal(e, diskFull);
    }
    boolean mine = data == null || session.release(this);
    close();
    if (failure != null) {
      throw failure.at(session.offset());
    }
    if (session.hasEnded()) {
      throw Refusal.sessionNotFound();
    }
    if (!mine) {
      throw Refusal.outOfSync(session.offset());
    }
    return session.offset();
  }

  /** The connection broke; what came before that stays. */
  public void abort() {
    session.release(this);
    close();
  }

  private void close() {
    if (data == null) {
      return;
    }
    try {
      data.close();
    } catch (IOException e) {
      // every byte was written by now, or reported as lost
      return;
    }
  }

  public Session session() {
    return session;
  }
}
