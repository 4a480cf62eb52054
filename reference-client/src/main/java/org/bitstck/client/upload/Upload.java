package org.bitstck.client.upload;

import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.HttpClient;
import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.protocol.ServerError;
import org.bitstck.client.reply.ReplyDownload;
import org.bitstck.client.reply.ReplyRefused;
import org.bitstck.client.reply.ReplyUrl;

/**
 * One upload. {@link #run} works until it ends one way or another and can be called again after a
 * pause or a failure; {@link #pause} and {@link #cancel} may be called from any thread meanwhile.
 * Source: MC-BUP 3.1.5.
 */
public final class Upload implements AutoCloseable {
  private static final int MOST_RESTARTS = 3;
  private static final int MOST_WITHOUT_PROGRESS = 8;
  private static final int MOST_REPEATED_ENDINGS = 3;
  private static final int SECONDS_OF_LIMITED_FRAGMENT = 10;
  private static final long CANCEL_GRACE_MILLIS = 2_000;
  private static final long PAUSE_GRACE_MILLIS = 20_000;

  /** Longer than that nobody waits for an alternate host. */
  private static final long MOST_HOST_WAIT_MILLIS = 600_000;

  private final UploadOptions options;
  private final UploadState state;
  private final UploadListener listener;
  private final Control control = new Control();
  private final HttpClient http;
  private final Packets packets;
  private final AlternateHost hosts;
  private final FragmentSize fragments;
  private SourceFile source;
  private boolean pingFirst;
  private int restarts;
  private int withoutProgress;
  private long farthest;

  /** Another one for each stop, so that a late abort hits nothing else. */
  private Object stop = new Object();

  /**
   * Prepares an upload; nothing is sent yet.
   *
   * @param state a fresh one, or that of an upload which was stopped
   */
  public Upload(UploadOptions options, UploadState state, UploadListener listener) {
    this.options = options;
    this.state = state;
    this.listener = listener;
    this.http = new HttpClient(options.timers(), options.tls(), options.limit());
    http.credentials(options.credentials());
    this.packets = new Packets(http, state, options, listener);
    this.hosts = new AlternateHost(options.destination(), state, System::currentTimeMillis);
    long most = options.limit().bytesIn(SECONDS_OF_LIMITED_FRAGMENT);
    long wanted = Math.min(options.fragmentSize(), Math.max(FragmentSize.LEAST, most));
    this.fragments = new FragmentSize(state, wanted);
    this.pingFirst = state.session != null;
    this.farthest = state.offset;
  }

  public UploadState state() {
    return state;
  }

  /** New credentials, for the next {@link #run}. */
  public void credentials(Credentials credentials) {
    http.credentials(credentials);
  }

  /** Begins, or goes on; returns when the upload has ended, failed or stopped. */
  public Outcome run() {
    restarts = 0;
    withoutProgress = 0;
    int retry = 0;
    while (true) {
      if (control.stopping()) {
        return stopped();
      }
      long before = state.offset;
      UploadState.Phase phase = state.phase;
      try {
        step();
        listener.changed(state);
        if (state.phase == UploadState.Phase.DONE) {
          return new Outcome(Outcome.Kind.SUCCESS, null);
        }
        if (state.offset > before || state.phase != phase) {
          retry = 0;
        }
      } catch (ExchangeFailure | UploadFailure e) {
        Failure failure =
            e instanceof UploadFailure known ? known.failure() : Failure.of((ExchangeFailure) e);
        if (control.stopping() && failure.ofTransport()) {
          pingFirst = state.session != null;
          return stopped();
        }
        Outcome outcome = recover(failure, retry++);
        if (outcome != null) {
          return outcome;
        }
      }
    }
  }

  // ---- the steps

  private void step() throws ExchangeFailure, UploadFailure {
    if (source == null) {
      source = SourceFile.open(options.file(), state);
    }
    if (pingFirst) {
      ping();
      return;
    }
    switch (state.phase) {
      case CREATE -> create();
      case FRAGMENT -> fragment();
      case REPLY -> reply();
      case CLOSE -> end(PacketType.CLOSE_SESSION);
      case DONE -> throw new IllegalStateException("the upload has ended");
    }
  }

  private void create() throws ExchangeFailure, UploadFailure {
    source.check();
    Ack ack = packets.create(options.destination());
    boolean created = ack.status() == 201 && options.profile().createdIsSuccess();
    if (ack.status() != 200 && !created) {
      throw refused("CREATE-SESSION", ack);
    }
    if (ack.sessionId() == null) {
      throw ExchangeFailure.invalid("the Ack of CREATE-SESSION has no session id");
    }
    String protocol = ack.protocol();
    if (protocol == null
        ? options.profile().needsProtocolInAck()
        : !protocol.equalsIgnoreCase(Packets.PROTOCOL)) {
      throw ExchangeFailure.invalid("the server chose the protocol " + protocol);
    }
    state.session = ack.sessionId();
    state.offset = 0;
    farthest = 0;
    state.phase = UploadState.Phase.FRAGMENT;
    state.host = ack.hostId();
    state.fallbackSeconds = state.host == null ? -1 : ack.fallbackSeconds();
    pingFirst = state.host != null;
    listener.session(state.session, state.host);
  }

  private void ping() throws ExchangeFailure, UploadFailure {
    Ack ack = packets.ping(hosts.destination());
    hosts.worked();
    if (ack.status() != 200) {
      throw refused("PING", ack);
    }
    pingFirst = false;
  }

  private void fragment() throws ExchangeFailure, UploadFailure {
    source.check();
    long length = fragments.next();
    Ack ack =
        packets.fragment(hosts.destination(), state.offset, source.part(state.offset, length));
    hosts.worked();
    boolean fromApplication = ack.error().fromApplication();
    if (ack.status() == 413 && !fromApplication && fragments.shrink(length)) {
      return;
    }
    boolean resync = ack.status() == 416 && ack.valid() && !fromApplication;
    if (ack.status() != 200 && !resync) {
      throw refused("FRAGMENT", ack);
    }
    long before = state.offset;
    state.offset = ack.offset(state.size);
    countProgress(before);
    if (ack.replyUrl() != null) {
      state.replyUrl = ack.replyUrl();
    }
    if (state.offset == state.size) {
      source.check();
      state.phase = options.replyTo() == null ? UploadState.Phase.CLOSE : UploadState.Phase.REPLY;
    }
  }

  /** A server that never lets the upload come further must not keep it busy for ever. */
  private void countProgress(long before) throws ExchangeFailure {
    if (state.offset > farthest) {
      farthest = state.offset;
      withoutProgress = 0;
    } else if (state.offset <= before && ++withoutProgress > MOST_WITHOUT_PROGRESS) {
      throw ExchangeFailure.invalid(
          "the server asks for offset " + state.offset + " again and again");
    }
  }

  private void reply() throws ExchangeFailure, UploadFailure {
    if (state.replyUrl == null) {
      throw ExchangeFailure.invalid("the last Ack has no BITS-Reply-URL");
    }
    Destination at;
    try {
      at = ReplyUrl.resolve(state.replyUrl, hosts.destination());
    } catch (IllegalArgumentException e) {
      throw ExchangeFailure.invalid("BITS-Reply-URL: " + e.getMessage());
    }
    ReplyStateView progress = new ReplyStateView(state, listener);
    try {
      new ReplyDownload(http, at, options.replyTo(), progress, control::stopping).run();
    } catch (ReplyRefused e) {
      ServerError error = new ServerError(e.status(), null, null);
      throw new UploadFailure(new Failure(Failure.Cause.HTTP, error, false, e.getMessage()));
    }
    state.phase = UploadState.Phase.CLOSE;
  }

  private void end(PacketType type) throws ExchangeFailure, UploadFailure {
    for (int repeated = 0; ; repeated++) {
      Ack ack = packets.end(type, hosts.destination());
      hosts.worked();
      if (ack.status() == 200) {
        state.phase = UploadState.Phase.DONE;
        return;
      }
      boolean again =
          ack.status() >= 500 && !ack.error().sessionLost() && options.profile().repeatsEnding();
      if (!again || repeated == MOST_REPEATED_ENDINGS) {
        throw refused(type.toString(), ack);
      }
      pauseBetween(options.retry().waitMillis(repeated), type);
    }
  }

  private void pauseBetween(long millis, PacketType type) throws ExchangeFailure {
    if (type == PacketType.CANCEL_SESSION) {
      new Control().pause(millis);
      return;
    }
    control.pause(millis);
    if (control.stopping()) {
      throw new ExchangeFailure(ExchangeFailure.Kind.ABORTED, "stopped", null);
    }
  }

  private static UploadFailure refused(String what, Ack ack) {
    return new UploadFailure(Failure.refused(what, ack));
  }

  // ---- what becomes of failures

  /** Null if the upload goes on. */
  private Outcome recover(Failure failure, int retry) {
    if (failure.sessionLost() && state.session != null) {
      boolean atClose = state.phase == UploadState.Phase.CLOSE;
      state.forgetSession();
      pingFirst = false;
      if (restarts++ < MOST_RESTARTS && (!atClose || options.profile().restartsAtClose())) {
        farthest = 0;
        listener.restarting();
        return save(null);
      }
      return save(new Outcome(Outcome.Kind.FAILED, failure));
    }
    if (failure.ofTransport()) {
      pingFirst = state.session != null;
      if (hosts.failed()) {
        return save(null);
      }
    }
    long hostWait = hosts.remainingMillis();
    boolean hostWillBeLeft = failure.ofTransport() && hostWait <= MOST_HOST_WAIT_MILLIS;
    if (retryable(failure) && (hostWillBeLeft || retry < options.retry().retries())) {
      long wait = Math.min(options.retry().waitMillis(retry), Math.max(1, hostWait));
      listener.retrying(failure, wait);
      control.pause(wait);
      return save(null);
    }
    pingFirst = state.session != null;
    return save(new Outcome(Outcome.Kind.FAILED, failure));
  }

  private boolean retryable(Failure failure) {
    if (options.retry().retries() == 0) {
      return false;
    }
    if (failure.ofTransport()) {
      return true;
    }
    if (failure.cause() != Failure.Cause.HTTP) {
      return false;
    }
    if (failure.error().fromApplication()) {
      return failure.error().transientInApplication() && options.profile().retriesApplication();
    }
    return options.retry().serverErrors() && !failure.error().forCaller();
  }

  private Outcome save(Outcome outcome) {
    try {
      listener.changed(state);
    } catch (ExchangeFailure e) {
      return outcome == null ? new Outcome(Outcome.Kind.FAILED, Failure.of(e)) : outcome;
    }
    return outcome;
  }

  // ---- pause and cancel

  /** Asks a running upload to stop behind the exchange under way. */
  public void pause() {
    control.ask(Control.Wish.PAUSE);
    abortLater(PAUSE_GRACE_MILLIS);
  }

  /**
   * Asks an upload to cancel its session. One that does not run does so at the next {@link #run}.
   */
  public void cancel() {
    control.ask(Control.Wish.CANCEL);
    abortLater(CANCEL_GRACE_MILLIS);
  }

  /** Whether a wish came too late for the last {@link #run}; a pause is forgotten. */
  public boolean wantsCancel() {
    control.forgetPause();
    return control.stopping();
  }

  private void abortLater(long millis) {
    Object current = stop;
    Thread grace =
        new Thread(
            () -> {
              try {
                Thread.sleep(millis);
              } catch (InterruptedException e) {
                return;
              }
              synchronized (this) {
                if (stop == current) {
                  http.abort();
                }
              }
            },
            "stop");
    grace.setDaemon(true);
    grace.start();
  }

  private Outcome stopped() {
    synchronized (this) {
      stop = new Object();
      http.allow();
    }
    if (control.take() == Control.Wish.CANCEL) {
      return cancelNow();
    }
    pingFirst = state.session != null;
    return save(new Outcome(Outcome.Kind.PAUSED, null));
  }

  private Outcome cancelNow() {
    Failure failure = null;
    for (int retry = 0; state.session != null; retry++) {
      try {
        end(PacketType.CANCEL_SESSION);
        failure = null;
        break;
      } catch (UploadFailure e) {
        failure = e.failure();
        break;
      } catch (ExchangeFailure e) {
        failure = Failure.of(e);
        if (!failure.ofTransport() || retry >= options.retry().retries()) {
          break;
        }
        new Control().pause(options.retry().waitMillis(retry));
      }
    }
    state.phase = UploadState.Phase.DONE;
    return save(new Outcome(Outcome.Kind.CANCELLED, failure));
  }

  /** Closes file and connection; the session on the server stays. */
  @Override
  public void close() {
    http.close();
    if (source != null) {
      source.close();
      source = null;
    }
  }
}
