package org.bitstck.client.upload;

import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.HttpClient;
import org.bitstck.client.http.RequestHead;
import org.bitstck.client.reply.ReplyUrl;

/**
 * One upload. {@link #run} works until it ends one way or another and can be called again after a
 * pause or a failure; {@link #pause} and {@link #cancel} may be called from any thread meanwhile.
 * Source: MC-BUP 3.1.5.
 */
public final class Upload implements AutoCloseable {
  private static final int MOST_RESTARTS = 3;
  private static final int SECONDS_OF_LIMITED_FRAGMENT = 10;
  private static final long CANCEL_GRACE_MILLIS = 2_000;
  private static final long PAUSE_GRACE_MILLIS = 20_000;

  /** Longer than that nobody waits for an alternate host. */
  private static final long MOST_HOST_WAIT_MILLIS = 600_000;

  private final UploadOptions options;
  private final UploadState state;
  private final UploadListener listener;
  private final Policies policies;
  private final Control control = new Control();
  private final Parts parts;
  private final Steps steps;
  private int restarts;

  /** Another one for each stop, so that a late abort hits nothing else. */
  private Object stop = new Object();

  /**
   * Prepares an upload; nothing is sent yet.
   *
   * @param state a fresh one, or that of an upload which was stopped
   */
  public Upload(UploadOptions options, UploadState state, UploadListener listener) {
    this(options, state, listener, Policies.PROTOCOL);
  }

  /** Prepares an upload with decisions of its own. */
  public Upload(
      UploadOptions wanted, UploadState state, UploadListener listener, Policies policies) {
    this.options = policies.options(wanted);
    this.state = state;
    this.listener = listener;
    this.policies = policies;
    this.parts = parts();
    this.steps = policies.steps(new UploadSteps(parts, control), parts);
  }

  private Parts parts() {
    RequestHead head = policies.head(RequestHead.PLAIN);
    HttpClient client = new HttpClient(options.timers(), options.tls(), options.limit(), head);
    Exchanges http = policies.exchanges(client, options);
    http.credentials(options.credentials());
    Hosts hosts = new AlternateHost(options.destination(), state, System::currentTimeMillis);
    long most = options.limit().bytesIn(SECONDS_OF_LIMITED_FRAGMENT);
    long bytes = Math.min(options.fragmentSize(), Math.max(FragmentSize.LEAST, most));
    return new Parts(
        options,
        state,
        listener,
        http,
        new Packets(http, state, options, listener),
        policies.hosts(hosts, state),
        policies.sizes(new FragmentSize(state, bytes), state),
        policies.source(new SourceFile(options.file(), state), state),
        policies.failures(new FailuresByProfile(options)),
        policies.replyPlace(ReplyUrl::resolve));
  }

  public UploadState state() {
    return state;
  }

  /** New credentials, for the next {@link #run}. */
  public void credentials(Credentials credentials) {
    parts.http().credentials(credentials);
  }

  /** Begins, or goes on; returns when the upload has ended, failed or stopped. */
  public Outcome run() {
    return policies.outcome(work());
  }

  private Outcome work() {
    restarts = 0;
    steps.begin();
    int retry = 0;
    while (true) {
      if (control.stopping()) {
        return stopped();
      }
      long before = state.offset;
      UploadState.Phase phase = state.phase;
      try {
        parts.source().open();
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
          return stopped();
        }
        Outcome outcome = recover(failure, retry++);
        if (outcome != null) {
          return outcome;
        }
      }
    }
  }

  private void step() throws ExchangeFailure, UploadFailure {
    if (state.pingFirst) {
      steps.ping();
      return;
    }
    switch (state.phase) {
      case CREATE -> steps.create();
      case FRAGMENT -> steps.fragment();
      case REPLY -> steps.reply();
      case CLOSE -> steps.close();
      case DONE -> throw new IllegalStateException("the upload has ended");
    }
  }

  // ---- what becomes of failures

  /** Null if the upload goes on. */
  private Outcome recover(Failure failure, int retry) {
    if (parts.failures().sessionLost(failure) && state.session != null) {
      boolean atClose = state.phase == UploadState.Phase.CLOSE;
      state.forgetSession();
      if (restarts++ < MOST_RESTARTS && (!atClose || options.profile().restartsAtClose())) {
        listener.restarting();
        return save(null);
      }
      return save(new Outcome(Outcome.Kind.FAILED, failure));
    }
    if (failure.ofTransport()) {
      state.pingFirst = state.session != null;
      if (parts.hosts().failed()) {
        return save(null);
      }
    }
    long hostWait = parts.hosts().remainingMillis();
    boolean hostWillBeLeft = failure.ofTransport() && hostWait <= MOST_HOST_WAIT_MILLIS;
    if (parts.failures().retries(failure)
        && (hostWillBeLeft || retry < options.retry().retries())) {
      long wait = Math.min(options.retry().waitMillis(retry), Math.max(1, hostWait));
      listener.retrying(failure, wait);
      control.pause(wait);
      return save(null);
    }
    return save(new Outcome(Outcome.Kind.FAILED, failure));
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
                  parts.http().abort();
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
      parts.http().allow();
    }
    if (control.take() == Control.Wish.CANCEL) {
      return cancelNow();
    }
    steps.pause();
    return save(new Outcome(Outcome.Kind.PAUSED, null));
  }

  private Outcome cancelNow() {
    Failure failure = null;
    for (int retry = 0; state.session != null; retry++) {
      try {
        steps.cancel();
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
    parts.http().close();
    parts.source().close();
  }
}
