package org.bitstck.play.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.bitstck.play.TestFile;
import org.bitstck.play.server.application.Notification;
import org.bitstck.play.server.application.Reaction;
import org.bitstck.play.server.application.Script;
import org.bitstck.play.server.application.ServerApplication;
import org.bitstck.scenario.server.ApplicationAnswer;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Steps;

/** The part of the server application in one scenario. */
final class ApplicationRole implements AutoCloseable {
  /** A part of a file of at least so many bytes is taken for nothing else. */
  private static final int RECOGNISED = 16;

  private static final String BY_REFERENCE = "reply-by-reference";
  private static final String BY_VALUE = "reply-by-value";

  private final ServerApplication application;
  private final Script script;

  private ApplicationRole(ServerApplication application, Script script) {
    this.application = application;
    this.script = script;
  }

  /**
   * The part as the scenario writes it; none where the kit is no application.
   *
   * @param numbers gives numbers to exchanges
   * @param startNanos of the scenario
   */
  static ApplicationRole of(
      ServerScenario scenario,
      Stage stage,
      Optional<ServerApplication> application,
      IntSupplier numbers,
      long startNanos) {
    if (application.isEmpty()) {
      return new ApplicationRole(null, null);
    }
    List<Reaction> reactions =
        scenario.application().stream().map(answer -> reaction(answer, stage)).toList();
    Script script =
        new Script(
            stage.destinations()::isDestination,
            bytes -> isOf(stage, bytes),
            byReference(scenario),
            reactions,
            numbers,
            startNanos);
    application.get().enter(script);
    return new ApplicationRole(application.get(), script);
  }

  /** What the directory is declared to do, whatever its notifications look like. */
  private static Boolean byReference(ServerScenario scenario) {
    return BY_REFERENCE.equals(scenario.directory())
        ? Boolean.TRUE
        : BY_VALUE.equals(scenario.directory()) ? Boolean.FALSE : null;
  }

  private static Reaction reaction(ApplicationAnswer answer, Stage stage) {
    return new Reaction(
        answer.status(),
        answer.version(),
        answer.headers().stream()
            .map(
                edit ->
                    new Reaction.Edit(
                        edit.name(),
                        edit.values().stream().map(v -> stage.fill(v, Steps.NOTHING)).toList()))
            .toList(),
        bytes(answer.reply(), stage),
        bytes(answer.body(), stage),
        answer.wire());
  }

  private static byte[] bytes(String name, Stage stage) {
    if (name == null) {
      return null;
    }
    TestFile file = stage.file(name);
    return file.bytes(0, file.size() - 1);
  }

  /**
   * Whether bytes are one of the scenario's files, or a part of it: no two scenarios' are alike.
   */
  private static boolean isOf(Stage stage, byte[] bytes) {
    if (bytes.length < RECOGNISED) {
      return false;
    }
    String part = new String(bytes, StandardCharsets.ISO_8859_1);
    return stage.files().values().stream()
        .filter(file -> file.size() >= bytes.length)
        .anyMatch(
            file ->
                new String(file.bytes(0, file.size() - 1), StandardCharsets.ISO_8859_1)
                    .contains(part));
  }

  /** What the application was told so far. */
  List<Notification> notifications() {
    return script == null ? List.of() : script.notifications();
  }

  /**
   * Waits until so many notifications have come and are over.
   *
   * @return false if they have not
   */
  boolean await(int count, Duration time) {
    return script == null || script.await(count, time.toNanos());
  }

  /** Whether the next notification is one that the scenario lets the server wait with. */
  boolean keepsWaiting() {
    return script != null && script.next().wire().kind().takesTime();
  }

  /** Why the application could not do its part; null if it could. */
  String trouble() {
    return script == null ? null : script.trouble();
  }

  /**
   * Lets connections be refused, or taken again.
   *
   * @throws UncheckedIOException if the port is lost
   */
  void turn(boolean up) {
    if (application == null) {
      return;
    }
    try {
      if (up) {
        application.up();
      } else {
        application.down();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (application != null) {
      turn(true);
      application.leave(script);
    }
  }
}
