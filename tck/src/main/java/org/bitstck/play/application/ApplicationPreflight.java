package org.bitstck.play.application;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Tls;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.FileSpecReader;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.application.ApplicationStep;
import org.bitstck.subject.Application;
import org.bitstck.subject.SharedFolder;
import org.bitstck.yaml.Place;

/**
 * One plain notification in each way before the suite: it tells whether the application works at
 * all, and whether it reaches files of the kit. It judges nothing.
 */
public final class ApplicationPreflight implements AutoCloseable {
  private final Application application;
  private final Limits limits;
  private final Tls tls;
  private final String run;
  private Path own;

  /**
   * What was learnt.
   *
   * @param unreachable why no connection could be made; empty if one could
   * @param broken why the application is not worth testing; empty if it is
   * @param application with the folder that it was found to reach
   * @param notes what a reader of the result should know of it, as "the application …"
   */
  public record Result(
      Optional<String> unreachable,
      Optional<String> broken,
      Application application,
      List<String> notes) {}

  public ApplicationPreflight(Application application, Limits limits, Tls tls, String run) {
    this.application = application;
    this.limits = limits;
    this.tls = tls;
    this.run = run;
  }

  /** Tells it of two uploads. */
  public Result fly() {
    Exchange byValue = tell(application, false);
    if (byValue.ending() == Ending.NO_CONNECTION) {
      return new Result(Optional.of(byValue.detail()), Optional.empty(), application, List.of());
    }
    Application known = application;
    List<String> notes = new ArrayList<>();
    Exchange byReference = null;
    if (application.files() != null) {
      byReference = tell(application, true);
    } else if (isHere()) {
      Application guessed = application.withFiles(new SharedFolder(ownFolder(), null));
      byReference = tell(guessed, true);
      if (isTaken(byReference)) {
        known = guessed;
      } else {
        notes.add(
            "did not take a notification by reference (got: "
                + byReference.outcome()
                + "); if there is a folder that it may read and write, declare it as 'files'");
      }
    }
    if (isTaken(byValue) || (byReference != null && isTaken(byReference))) {
      return new Result(Optional.empty(), Optional.empty(), known, notes);
    }
    return new Result(Optional.empty(), Optional.of(why(byValue, byReference)), known, notes);
  }

  private static String why(Exchange byValue, Exchange byReference) {
    return "by value got: "
        + byValue.outcome()
        + (byReference == null ? "" : "; by reference got: " + byReference.outcome());
  }

  private static boolean isTaken(Exchange exchange) {
    return exchange.answer().filter(Response::isSuccess).isPresent();
  }

  private Exchange tell(Application whom, boolean byReference) {
    ApplicationStep step =
        new ApplicationStep.Notify(
            Place.nowhere(),
            byReference,
            FileSpec.MAIN,
            FileSpec.MAIN,
            null,
            "POST",
            "HTTP/1.1",
            List.of(),
            null,
            false,
            List.of());
    ApplicationScenario scenario =
        new ApplicationScenario(
            "preflight",
            byReference ? "by-reference" : "by-value",
            "one plain notification",
            Set.of(),
            Set.of(),
            Map.of(FileSpec.MAIN, FileSpecReader.usual()),
            List.of(step),
            Place.nowhere());
    try (ApplicationPlayer player = new ApplicationPlayer(whom, limits, tls, run)) {
      return player.play(scenario, Patience.ALONE).evidence().get(0);
    }
  }

  /** Whether the application is on this machine, as far as its address tells. */
  private boolean isHere() {
    try {
      return InetAddress.getByName(application.url().getHost()).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private Path ownFolder() {
    try {
      if (own == null) {
        own = Files.createTempDirectory("bits-tck-");
      }
      return own.toRealPath();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Removes the folder that it has made; to be done when all is played. */
  @Override
  public void close() {
    if (own != null) {
      try (var files = Files.list(own)) {
        files.forEach(file -> file.toFile().delete());
        Files.deleteIfExists(own);
      } catch (IOException e) {
        // a temporary folder is left behind: the system clears it
        return;
      }
    }
  }
}
