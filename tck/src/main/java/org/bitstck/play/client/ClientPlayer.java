package org.bitstck.play.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver.Upload;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.play.client.scripted.Hosting;
import org.bitstck.play.client.scripted.Published;
import org.bitstck.play.process.Scratch;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.ClientSettings;

/**
 * Plays scenarios with a client and records what happens. It judges nothing; it only stops a client
 * that does not come to an end.
 */
public final class ClientPlayer {
  private static final Credentials RIGHT = new Credentials("tester", "right password");
  private static final Credentials WRONG = new Credentials("tester", "wrong password");

  /** More requests than any client needs for a small file. */
  private static final int REQUESTS = 200;

  private static final int MORE_REQUESTS = 3000;

  /** A client that sends less at once than this is out for mischief, in bytes. */
  private static final long SMALL_FRAGMENT = 1024;

  private static final int LARGEST_REPLY = 64 * 1024 * 1024;

  private final ScriptedServer server;
  private final ClientDriver driver;
  private final Path workFolder;
  private final Limits limits;
  private final String run;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * @param workFolder for the files of the uploads; what is written there is removed again
   * @param limits {@code answer}: three times this a client may do nothing, twelve times this an
   *     upload may take
   * @param run name of the run, the first part of all paths; letters, digits and hyphens
   */
  public ClientPlayer(
      ScriptedServer server, ClientDriver driver, Path workFolder, Limits limits, String run) {
    this.server = server;
    this.driver = driver;
    this.workFolder = workFolder;
    this.limits = limits;
    this.run = run;
  }

  /** Why a scenario cannot be played on this machine; empty if it can. */
  public Optional<String> cannotPlay(ClientScenario scenario) {
    return server.has(scenario.server().hostId())
        ? Optional.empty()
        : Optional.of("this machine has no IPv6 loopback address");
  }

  /** Plays one scenario; may be called by several threads. */
  public Recording play(ClientScenario scenario, Patience patience) {
    long start = System.nanoTime();
    int number = count.incrementAndGet();
    String prefix = "/" + run + "/" + number + "/";
    String target = prefix + pathName(scenario.name()) + "/" + scenario.client().target();
    Path folder = workFolder.resolve(run + "-" + number);
    try {
      Files.createDirectories(folder.resolve("reply"));
      UploadFile file = UploadFile.create(scenario, folder.resolve(scenario.client().fileName()));
      return play(
          scenario, patience, prefix, target, file, folder.resolve("reply/reply.bin"), start);
    } catch (IOException e) {
      throw new UncheckedIOException("the files of a scenario cannot be written: " + e, e);
    } finally {
      Scratch.delete(folder);
    }
  }

  private Recording play(
      ClientScenario scenario,
      Patience patience,
      String prefix,
      String target,
      UploadFile file,
      Path reply,
      long start) {
    CompletableFuture<Upload> started = new CompletableFuture<>();
    Hosting hosting =
        new Hosting(
            scenario.server(),
            target,
            server.authority(),
            ScriptedServer.hostId(scenario.server().hostId()),
            RIGHT,
            file.content());
    ClientStage stage =
        new ClientStage(
            scenario,
            hosting,
            file,
            mostRequests(scenario),
            kind -> started.thenAccept(upload -> upload.answered(kind)));
    server.enter(prefix, stage);
    String stop;
    List<Recorded> requests;
    try {
      UploadOrder order = order(scenario, prefix, target, file.path(), reply);
      stop = follow(scenario, stage, order, started, patience);
    } finally {
      requests = stage.close();
      server.leave(prefix);
    }
    Published published = stage.server().published();
    return new Recording(
        scenario,
        requests,
        stage.outcomes(),
        driver.capabilities().contains("report"),
        target,
        file.content(),
        published == null ? null : published.bytes(),
        published == null || published.bytes() != null ? null : published.likeFile(),
        stored(reply),
        stage.server().replyBytes(),
        server.failure() == null ? stop : "the kit itself failed: " + server.failure(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Has the client do what the scenario says; returns why it was stopped, null if it was not. */
  private String follow(
      ClientScenario scenario,
      ClientStage stage,
      UploadOrder order,
      CompletableFuture<Upload> started,
      Patience patience) {
    Upload upload;
    try {
      server.awaitReady();
    } catch (IOException e) {
      return "the kit itself failed: " + e.getMessage();
    }
    try {
      upload = driver.start(order, stage::outcome);
    } catch (RuntimeException e) {
      return "the client could not be started: " + e.getMessage();
    }
    try (upload) {
      started.complete(upload);
      Course course = new Course(stage, driver, upload, scenario.caller(), RIGHT, limits, patience);
      String stop = course.follow();
      if (stop == null && driver.isDriven()) {
        course.quiet();
        stop = stage.limit();
      }
      return stop;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "the run was interrupted";
    }
  }

  private UploadOrder order(
      ClientScenario scenario, String prefix, String target, Path file, Path reply) {
    ClientSettings told = scenario.client();
    Credentials credentials = told.credentials() ? RIGHT : told.wrongCredentials() ? WRONG : null;
    return new UploadOrder(
        prefix.substring(1, prefix.length() - 1).replace('/', '-')
            + "-"
            + pathName(scenario.name()),
        "http://" + server.authority() + target,
        file,
        scenario.server().reply() == null ? null : reply,
        told.fragmentSize(),
        credentials,
        told.answerTimeoutMs(),
        told.sendTimeoutMs(),
        told.retryDelayMs());
  }

  /** A scenario's name as a part of a path that nobody has to encode. */
  private static String pathName(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.length() <= 60 ? plain : plain.substring(0, 60);
  }

  private static int mostRequests(ClientScenario scenario) {
    long size =
        scenario.client().fragmentSize() > 0 ? scenario.client().fragmentSize() : SMALL_FRAGMENT;
    return REQUESTS + (int) Math.min(MORE_REQUESTS, scenario.file().size() / size);
  }

  private static byte[] stored(Path reply) {
    if (!Files.isRegularFile(reply)) {
      return null;
    }
    try (InputStream in = Files.newInputStream(reply)) {
      return in.readNBytes(LARGEST_REPLY);
    } catch (IOException e) {
      return null;
    }
  }
}
