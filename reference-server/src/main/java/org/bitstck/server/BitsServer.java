package org.bitstck.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bitstck.server.directory.Directories;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.http.HttpServer;
import org.bitstck.server.http.PlainRequests;
import org.bitstck.server.http.Timeouts;
import org.bitstck.server.protocol.ContentRange;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.Durability;
import org.bitstck.server.session.OverlapPolicy;
import org.bitstck.server.session.SessionStore;
import org.bitstck.server.session.Sessions;
import org.bitstck.server.upload.PacketHandler;

/** The server, put together and running. */
public final class BitsServer implements AutoCloseable {
  private static final int DISK_THREADS = 8;
  private static final int SWEEP_SECONDS = 1;

  private final ExecutorService disk =
      Executors.newFixedThreadPool(DISK_THREADS, task -> new Thread(task, "disk"));
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "sweeper"));
  private final HttpServer http;

  /**
   * Starts the server.
   *
   * @throws IOException if the folder cannot be used or the address is not free
   */
  public BitsServer(InetSocketAddress address, Path folder, Profile profile, Durability durability)
      throws IOException {
    Path root = folder.toRealPath();
    Directories directories = new Directories(List.of(Directory.open(root)));
    Sessions sessions =
        new Sessions(
            SessionId::random,
            new SessionStore(root, durability),
            new Sessions.Limit(100_000, 100_000));
    PacketHandler packets =
        new PacketHandler(
            profile,
            new PacketReader(ContentRange::parse),
            () -> directories,
            sessions,
            profile.overlapStoresTail() ? OverlapPolicy.storeTail() : OverlapPolicy.exact(),
            disk);
    sweeper.scheduleWithFixedDelay(sessions::sweep, SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    http = new HttpServer(address, packets, new PlainRequests(() -> directories), Timeouts.DEFAULT);
  }

  /** The URL of the root, with the port that is really used. */
  public String url() {
    return "http://" + http.authority() + "/";
  }

  @Override
  public void close() {
    http.close();
    sweeper.shutdownNow();
    disk.shutdown();
  }
}
