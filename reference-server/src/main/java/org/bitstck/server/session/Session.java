package org.bitstck.server.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;

/**
 * One upload. Its bytes come in order and are stored once; the offset never counts a byte that is
 * not stored. All methods may be called from several threads. Source: MC-BUP 3.2.1.2.
 */
public final class Session {
  private final SessionStore store;
  private final Quota quota;
  private final Lock closing = new ReentrantLock();
  private volatile Directory directory;
  private volatile SessionRecord details;
  private volatile long lastProgress;
  private long offset;
  private long reserved;
  private FragmentData writer;
  private boolean ended;
  private CompletableFuture<Outcome> notification;

  Session(
      SessionRecord details,
      Directory directory,
      SessionStore store,
      Quota quota,
      long offset,
      long lastProgressMillis) {
    this.details = details;
    this.directory = directory;
    this.store = store;
    this.quota = quota;
    this.offset = offset;
    this.reserved = offset;
    this.lastProgress = lastProgressMillis;
  }

  public SessionId id() {
    return details.id();
  }

  public SessionRecord details() {
    return details;
  }

  public Directory directory() {
    return directory;
  }

  public SessionStore store() {
    return store;
  }

  /** Held while the session is closed or cancelled, so that only one request does it. */
  public Lock closing() {
    return closing;
  }

  /** The rules changed while the upload ran. */
  void moveTo(Directory newDirectory) {
    directory = newDirectory;
  }

  /** When new data came last, in milliseconds since 1970. */
  public long lastProgress() {
    return lastProgress;
  }

  /** The zero-based offset of the next byte wanted. */
  public synchronized long offset() {
    return offset;
  }

  /** Whether the last byte has been received. */
  public synchronized boolean isComplete() {
    return offset == details.total();
  }

  /**
   * Begins to receive a fragment. A request that is still busy with this session loses it: the
   * client has given that one up, or it would not have sent another (MC-BUP 3.1.5.1).
   *
   * @param overlap decides about bytes that were received already
   * @param diskFull code for an exhausted quota
   * @throws Refusal 416 with the offset, 400 if the total changed, 500 if there is no room
   */
  public synchronized FragmentData begin(
      ContentRange range, OverlapPolicy overlap, HResult diskFull) throws Refusal {
    if (ended) {
      throw Refusal.sessionNotFound();
    }
    if (details.total() >= 0 && details.total() != range.total()) {
      throw Refusal.syntax("the total length changed").at(offset);
    }
    long skip = overlap.skip(range, offset);
    if (skip == OverlapPolicy.REFUSE) {
      throw Refusal.outOfSync(offset);
    }
    FragmentData fragment = new FragmentData(this, skip, diskFull);
    if (skip == range.length()) {
      return fragment;
    }
    reserve(range.first() + range.length(), diskFull);
    try {
      if (details.total() < 0) {
        SessionRecord known = details.withTotal(range.total());
        store.save(known);
        details = known;
      }
      fragment.open(store.openData(id()), offset);
    } catch (IOException e) {
      throw StorageFailure.refusal(e, diskFull).at(offset);
    }
    writer = fragment;
    return fragment;
  }

  private void reserve(long end, HResult diskFull) throws Refusal {
    long more = Math.max(0, end - reserved);
    if (!quota.reserve(more, directory.limits().quota())) {
      throw Refusal.server(500, diskFull, "the quota is used up").at(offset);
    }
    reserved += more;
  }

  /**
   * Stores bytes at the offset.
   *
   * @return false if the fragment has lost the session to another request; nothing is stored then
   */
  synchronized boolean append(FragmentData fragment, FileChannel data, ByteBuffer bytes)
      throws IOException {
    if (writer != fragment) {
      return false;
    }
    while (bytes.hasRemaining()) {
      offset += data.write(bytes, offset);
    }
    lastProgress = System.currentTimeMillis();
    return true;
  }

  /**
   * Takes back what a fragment stored before the disk failed, so that it can be sent again as it
   * was.
   */
  synchronized void rollBack(FragmentData fragment, FileChannel data, long start) {
    if (writer == fragment) {
      offset = start;
      writer = null;
      try {
        data.truncate(start);
      } catch (IOException e) {
        // the bytes behind the offset are never read, and are overwritten
        return;
      }
    }
  }

  /** The fragment is over; whether it still had the session. */
  synchronized boolean release(FragmentData fragment) {
    boolean mine = writer == fragment;
    if (mine) {
      writer = null;
    }
    return mine;
  }

  /**
   * Asks the server application, unless a request is doing that already: then its result is shared.
   *
   * @param ask called at most once at a time
   */
  public synchronized CompletableFuture<Outcome> decide(Supplier<CompletableFuture<Outcome>> ask) {
    if (notification == null || notification.isDone()) {
      notification = ask.get();
    }
    return notification;
  }

  /** Whether the server application is being asked now. */
  public synchronized boolean isNotifying() {
    return notification != null && !notification.isDone();
  }

  /**
   * Keeps the decision of the server application.
   *
   * @throws Refusal if the session has ended meanwhile
   */
  public synchronized void decided(Outcome outcome) throws Refusal, IOException {
    if (ended) {
      throw Refusal.sessionNotFound();
    }
    SessionRecord known = details.withOutcome(outcome);
    store.save(known);
    details = known;
  }

  /**
   * Ends the session: nothing is stored any more.
   *
   * @return false if it had ended before
   */
  synchronized boolean end() {
    if (ended) {
      return false;
    }
    ended = true;
    writer = null;
    quota.release(reserved);
    return true;
  }

  /** Whether the session is gone. */
  public synchronized boolean hasEnded() {
    return ended;
  }
}
