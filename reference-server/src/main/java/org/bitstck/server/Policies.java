package org.bitstck.server;

import io.netty.channel.ChannelPipeline;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Directories;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.http.DownloadRules;
import org.bitstck.server.notification.HttpNotifier;
import org.bitstck.server.notification.Notifier;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.OverlapPolicy;
import org.bitstck.server.session.SessionRules;
import org.bitstck.server.session.SessionStore;
import org.bitstck.server.session.SessionTimeout;
import org.bitstck.server.upload.AccessCheck;
import org.bitstck.server.upload.PacketReceiver;
import org.bitstck.server.upload.SessionLookup;
import org.bitstck.server.upload.StepWrapper;
import org.bitstck.server.upload.UploadRules;

/**
 * The decisions of the protocol that are objects of their own, so that another one can take the
 * place of each. A new set follows the protocol; a setter replaces a decision or, where it is named
 * {@code around}, stands around those that are there. Not for use by several threads.
 */
public final class Policies {
  private PacketReader.Rules reading = PacketReader.Rules.STANDARD;
  private Supplier<SessionId> sessionIds = SessionId::random;
  private SessionLookup lookup = SessionLookup.own();
  private AccessCheck access = AccessCheck.standard();
  private Destination.Finder destinations = Directories::find;
  private BiFunction<Directories, String, Directory> homes = Directories::takingUploads;
  private OverlapPolicy overlap;
  private SessionTimeout timeout = SessionTimeout.sinceProgress();
  private SessionStore.Maker stores = SessionStore::new;
  private DownloadRules downloads = DownloadRules.STANDARD;
  private UnaryOperator<Notifier> notifier = UnaryOperator.identity();
  private Consumer<ChannelPipeline> notifying = pipeline -> {};
  private StepWrapper steps = (type, step, sessions) -> step;
  private UnaryOperator<PacketReceiver> receiver = UnaryOperator.identity();
  private Consumer<ChannelPipeline> connection = pipeline -> {};

  private Policies(OverlapPolicy overlap) {
    this.overlap = overlap;
  }

  /** What the protocol asks for. */
  public static Policies of(Profile profile) {
    return new Policies(
        profile.overlapStoresTail() ? OverlapPolicy.storeTail() : OverlapPolicy.exact());
  }

  /** How the values of a packet's headers are read. */
  public PacketReader.Rules reading() {
    return reading;
  }

  public Policies reading(PacketReader.Rules other) {
    reading = other;
    return this;
  }

  /** Makes the ids of new sessions. */
  public Policies sessionIds(Supplier<SessionId> other) {
    sessionIds = other;
    return this;
  }

  /** Finds the session of a packet. */
  public Policies lookup(SessionLookup other) {
    lookup = other;
    return this;
  }

  /** Who may upload where. */
  public Policies access(AccessCheck other) {
    access = other;
    return this;
  }

  /** Which place a request target names. */
  public Policies destinations(Destination.Finder other) {
    destinations = other;
    return this;
  }

  /**
   * The directory in which the upload to a path goes on when the configuration has changed, or the
   * server has started anew; null ends it.
   */
  public BiFunction<Directories, String, Directory> homes() {
    return homes;
  }

  public Policies homes(BiFunction<Directories, String, Directory> other) {
    homes = other;
    return this;
  }

  /** What becomes of bytes that were received already. */
  public Policies overlap(OverlapPolicy other) {
    overlap = other;
    return this;
  }

  /** When a session has been left alone for too long. */
  public Policies timeout(SessionTimeout other) {
    timeout = other;
    return this;
  }

  /** Makes the stores of unfinished uploads. */
  public SessionStore.Maker stores() {
    return stores;
  }

  public Policies stores(SessionStore.Maker other) {
    stores = other;
    return this;
  }

  /** What is decided about packets whose syntax is right. */
  public UploadRules uploads() {
    return new UploadRules(destinations, access, lookup, overlap, steps);
  }

  /** What is decided about sessions. */
  public SessionRules sessions() {
    return new SessionRules(sessionIds, timeout);
  }

  /** How files and replies are read back. */
  public DownloadRules downloads() {
    return downloads;
  }

  public Policies downloads(DownloadRules other) {
    downloads = other;
    return this;
  }

  /** The talk with the server applications, and what stands around it. */
  public Notifier notifier(HttpNotifier right) {
    return notifier.apply(right.over(notifying));
  }

  /** Adds handlers to the pipeline of a new connection to a server application. */
  public Policies aroundNotifying(Consumer<ChannelPipeline> other) {
    notifying = notifying.andThen(other);
    return this;
  }

  public Policies aroundNotifier(UnaryOperator<Notifier> other) {
    UnaryOperator<Notifier> inner = notifier;
    notifier = talk -> other.apply(inner.apply(talk));
    return this;
  }

  /** Stands around what is done for each type of packet. */
  public Policies aroundSteps(StepWrapper other) {
    StepWrapper inner = steps;
    steps = (type, step, sessions) -> other.wrap(type, inner.wrap(type, step, sessions), sessions);
    return this;
  }

  /** Stands around everything that clients see of the protocol. */
  public UnaryOperator<PacketReceiver> receiver() {
    return receiver;
  }

  public Policies aroundReceiver(UnaryOperator<PacketReceiver> other) {
    UnaryOperator<PacketReceiver> inner = receiver;
    receiver = packets -> other.apply(inner.apply(packets));
    return this;
  }

  /** Adds handlers to the pipeline of a new connection, which is complete but for them. */
  public Consumer<ChannelPipeline> connection() {
    return connection;
  }

  public Policies aroundConnection(Consumer<ChannelPipeline> other) {
    connection = connection.andThen(other);
    return this;
  }
}
