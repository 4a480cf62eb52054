package org.bitstck.suite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.server.ServerRun;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.Peer;
import org.bitstck.peers.notify.NotifyingServer;
import org.bitstck.play.Limits;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Tls;
import org.bitstck.play.server.application.Applications;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Access;
import org.bitstck.subject.Directory;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;

/** Plays the whole suite against a peer of this test tree, through the kit's public API. */
final class Runs {
  private static final Library LIBRARY = Library.bundled();
  static final List<Scenario> SCENARIOS = LIBRARY.scenarios(Role.SERVER);

  /** Long enough that a busy machine makes no finding of its own. */
  static final Duration PATIENT = Limits.DEFAULT.answer();

  /** For peers that are known to be silent: each wait is one in vain. */
  static final Duration SHORT = Duration.ofMillis(700);

  private Runs() {}

  static RunResult of(Peer peer) {
    return of(peer, Profile.INTEROP, PATIENT);
  }

  /**
   * @param answer how long the kit waits for an answer
   */
  static RunResult of(Peer peer, Profile profile, Duration answer) {
    return of(peer, ReadBack.TRY_HTTP, profile, answer);
  }

  /**
   * @param readBack how the kit looks at what the peer has stored
   */
  static RunResult of(Peer peer, ReadBack readBack) {
    return of(peer, readBack, Profile.INTEROP, PATIENT);
  }

  private static RunResult of(Peer peer, ReadBack readBack, Profile profile, Duration answer) {
    return of(peer, readBack, profile, answer, result -> {});
  }

  /**
   * @param whileItRuns what is done with the result before the peer is ended
   */
  static RunResult of(Peer peer, Duration answer, Consumer<RunResult> whileItRuns) {
    return of(peer, ReadBack.TRY_HTTP, Profile.INTEROP, answer, whileItRuns);
  }

  private static RunResult of(
      Peer peer,
      ReadBack readBack,
      Profile profile,
      Duration answer,
      Consumer<RunResult> whileItRuns) {
    try (peer) {
      peer.start();
      RunResult result =
          play(
              Subject.at(peer.url()).with(readBack),
              SCENARIOS,
              new RunOptions(
                  profile,
                  new Selection(List.of(), List.of()),
                  4,
                  Limits.DEFAULT.withAnswer(answer)));
      whileItRuns.accept(result);
      return result;
    }
  }

  /** Plays a part of the suite. */
  static RunResult of(Peer peer, Selection selection) {
    try (peer) {
      peer.start();
      return play(
          Subject.at(peer.url()),
          SCENARIOS,
          new RunOptions(Profile.INTEROP, selection, 4, Limits.DEFAULT.withAnswer(PATIENT)));
    }
  }

  /**
   * Plays against a server that runs already.
   *
   * @param jobs scenarios at once
   */
  static RunResult at(URI server, List<Scenario> scenarios, int jobs) {
    return play(
        Subject.at(server).with(ReadBack.TRY_HTTP),
        scenarios,
        new RunOptions(
            Profile.INTEROP,
            new Selection(List.of(), List.of()),
            jobs,
            Limits.DEFAULT.withAnswer(PATIENT)));
  }

  private static RunResult play(Subject subject, List<Scenario> scenarios, RunOptions options) {
    try (Applications applications = new Applications();
        SocketTransport transport = new SocketTransport(options.limits(), Tls.ofJvm())) {
      return new ServerRun(
              LIBRARY,
              scenarios,
              subject,
              options,
              transport,
              Tls.ofJvm(),
              applications,
              SubjectControl.NONE)
          .run(List.of());
    } catch (SubjectUnreachable e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Plays what is about notifications and replies, or everything, against a peer that notifies.
   *
   * @param shared a folder that peer and kit share
   * @param topics that are played; none means all
   */
  static RunResult ofNotifying(
      NotifyingServer peer, Path shared, Profile profile, Duration answer, List<String> topics) {
    Limits limits = Limits.DEFAULT.withAnswer(answer);
    try (peer;
        Applications applications = new Applications();
        SocketTransport transport = new SocketTransport(limits, Tls.ofJvm())) {
      String notifies = "http://" + applications.own().authority() + "/take";
      peer.tell(URI.create(notifies), shared);
      peer.start();
      return new ServerRun(
              LIBRARY,
              SCENARIOS,
              notifying(peer.url(), notifies),
              new RunOptions(profile, new Selection(topics, List.of()), 4, limits),
              transport,
              Tls.ofJvm(),
              applications,
              SubjectControl.NONE)
          .run(List.of());
    } catch (SubjectUnreachable | IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Subject notifying(URI url, String notifies) {
    Map<String, Directory> directories = new HashMap<>();
    Map<String, String> told = Map.of(Directory.NOTIFIES, notifies);
    directory(directories, "reply-by-reference", NotifyingServer.REFERENCE, told);
    directory(directories, "reply-by-value", NotifyingServer.VALUE, told);
    directory(directories, "no-notification", NotifyingServer.QUIET, told);
    directory(
        directories,
        "notification-timeout",
        NotifyingServer.HASTY,
        Map.of(Directory.NOTIFIES, notifies, "timeout", "0.7"));
    directory(
        directories,
        "relative-notification",
        NotifyingServer.BESIDE,
        Map.of(Directory.NOTIFIES, "take"));
    return new Subject(
        "notifying", url, directories, Set.of(), Set.of(), ReadBack.TRY_HTTP, Access.OPEN);
  }

  private static void directory(
      Map<String, Directory> all, String name, String path, Map<String, String> settings) {
    all.put(name, new Directory(name, path, settings, null));
  }

  /** The requirements with that verdict: of all findings about each, the worst. */
  static Set<String> requirements(RunResult result, Verdict verdict) {
    return result.findings().stream()
        .collect(
            Collectors.toMap(
                finding -> finding.requirement().id(), Finding::verdict, Verdict::worse))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() == verdict)
        .map(java.util.Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The findings that stand in the way of conformance, one a line, for the message of a test. */
  static String bad(RunResult result) {
    return lines(result, finding -> finding.verdict().isBad());
  }

  /** Findings, one a line. */
  static String lines(RunResult result, java.util.function.Predicate<Finding> which) {
    return result.findings().stream()
        .filter(which)
        .map(
            f ->
                f.verdict()
                    + " "
                    + f.checkId()
                    + ": "
                    + f.observed()
                    + "; expected "
                    + f.expected())
        .collect(Collectors.joining("\n", "\n", "\n"));
  }
}
