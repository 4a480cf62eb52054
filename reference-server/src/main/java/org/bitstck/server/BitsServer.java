package org.bitstck.server;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bitstck.server.access.Users;
import org.bitstck.server.config.ServerConfig;
import org.bitstck.server.directory.Directories;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.http.HttpServer;
import org.bitstck.server.http.PlainRequests;
import org.bitstck.server.http.ServerTls;
import org.bitstck.server.observe.AccessLog;
import org.bitstck.server.observe.AdminServer;
import org.bitstck.server.observe.Exchange;
import org.bitstck.server.observe.Log;
import org.bitstck.server.observe.Metrics;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.session.SessionEvents;
import org.bitstck.server.session.SessionRecord;
import org.bitstck.server.session.Sessions;
import org.bitstck.server.session.Stores;
import org.bitstck.server.upload.PacketHandler;
import org.bitstck.server.upload.Replies;

/** The server, put together and running. */
public final class BitsServer implements AutoCloseable {
  private static final int SWEEP_MILLIS = 500;

  private final Metrics metrics = new Metrics();
  private final Policies policies;
  private final Workers workers;
  private final boolean ownWorkers;
  private final Stores stores;
  private final Sessions sessions;
  private final HttpServer http;
  private final AdminServer admin;
  private final ScheduledFuture<?> sweep;
  private volatile ServerConfig config;
  private volatile Directories directories;
  private volatile Users users;
  private volatile SslContext tls;

  /**
   * Starts the server; what an earlier process left unfinished goes on.
   *
   * @throws IOException if a folder or a file cannot be used, or an address is not free
   */
  public BitsServer(ServerConfig config) throws IOException {
    this(config, Policies.of(config.profile()));
  }

  /** Starts the server with decisions of its own; else as {@link #BitsServer(ServerConfig)}. */
  public BitsServer(ServerConfig config, Policies policies) throws IOException {
    this(config, policies, new Workers(), true);
  }

  /**
   * Starts one of several servers in a process; else as {@link #BitsServer(ServerConfig,
   * Policies)}.
   *
   * @param workers stay open behind {@link #close()}
   */
  public BitsServer(ServerConfig config, Policies policies, Workers workers) throws IOException {
    this(config, policies, workers, false);
  }

  private BitsServer(ServerConfig config, Policies policies, Workers workers, boolean ownWorkers)
      throws IOException {
    this.policies = policies;
    this.workers = workers;
    this.ownWorkers = ownWorkers;
    this.stores = new Stores(config.durability(), policies.stores());
    this.sessions = new Sessions(policies.sessions(), stores, config.sessions(), this::happened);
    use(config);
    sessions.recover(home());
    http = new HttpServer(workers.loops(), parts(config));
    metrics.gauge("sessions_open", sessions::size);
    metrics.gauge("connections_open", http::connections);
    try {
      http.listen(new InetSocketAddress(config.listen().host(), config.listen().port()));
      admin = config.admin() == null ? null : admin(config.admin());
    } catch (IOException e) {
      http.close();
      if (ownWorkers) {
        workers.close(config.timeouts().stop());
      }
      throw e;
    }
    sweep =
        workers
            .sweeper()
            .scheduleWithFixedDelay(
                sessions::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  private HttpServer.Parts parts(ServerConfig config) {
    PacketHandler packets =
        new PacketHandler(
            config.profile(),
            new PacketReader(policies.reading()),
            () -> directories,
            sessions,
            policies.uploads(),
            policies.notifier(workers.notifier()),
            workers.disk());
    Consumer<Exchange> observer = metrics;
    if (config.log().access()) {
      observer = observer.andThen(new AccessLog());
    }
    return new HttpServer.Parts(
        policies.receiver().apply(packets),
        new PlainRequests(() -> directories, new Replies(sessions), policies.downloads()),
        () -> users,
        workers.passwords(),
        observer,
        config.timeouts(),
        config.connections(),
        config.tls() == null ? null : () -> tls,
        policies.connection());
  }

  private AdminServer admin(ServerConfig.Listen listen) throws IOException {
    return new AdminServer(
        new InetSocketAddress(listen.host(), listen.port()), metrics, this::canStore);
  }

  private boolean canStore() {
    return directories.all().stream().allMatch(directory -> Files.isWritable(directory.folder()));
  }

  /** Reads the files that a configuration names, and makes it the one in use. */
  private void use(ServerConfig next) throws IOException {
    Users nextUsers = next.users() == null ? Users.NONE : Users.read(next.users());
    SslContext nextTls =
        next.tls() == null ? null : ServerTls.read(next.tls().certificate(), next.tls().key());
    for (Directory directory : next.directories()) {
      Files.createDirectories(directory.folder());
      stores.at(directory.storeRoot());
    }
    users = nextUsers;
    tls = nextTls;
    directories = new Directories(next.directories());
    sessions.limit(next.sessions());
    config = next;
  }

  /**
   * Changes to another configuration while requests go on. Directories, users, certificates and
   * limits on sessions change; addresses, profile, durability, time-outs and log stay until the
   * next start.
   *
   * @throws IOException if it cannot be used; then the old one stays
   */
  public void reload(ServerConfig next) throws IOException {
    use(next);
    sessions.rebind(home());
    Log.info("configuration reloaded", "directories", next.directories().size());
  }

  /** The directory in which the upload to a path goes on. */
  private Function<String, Directory> home() {
    return path -> policies.homes().apply(directories, path);
  }

  private void happened(SessionEvents.Event event, SessionRecord session) {
    String name = event.name().toLowerCase(Locale.ROOT);
    metrics.count("sessions_" + name);
    Log.info(
        "session " + name.replace('_', ' '),
        "session",
        session.id(),
        "url",
        session.url(),
        "client",
        session.client(),
        "user",
        session.user(),
        "total",
        session.total() < 0 ? null : session.total());
  }

  /** The URL of the root, with the port that is really used. */
  public String url() {
    return (config.tls() == null ? "http://" : "https://") + http.authority() + "/";
  }

  /** Port of metrics and health; -1 if there is none. */
  public int adminPort() {
    return admin == null ? -1 : admin.port();
  }

  /** Ends: answers that are on their way get there, unfinished uploads stay on the disk. */
  @Override
  public void close() {
    http.close();
    if (admin != null) {
      admin.close();
    }
    sweep.cancel(false);
    if (ownWorkers) {
      workers.close(config.timeouts().stop());
    }
  }
}
