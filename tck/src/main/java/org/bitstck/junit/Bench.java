package org.bitstck.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bitstck.engine.SubjectRun;
import org.bitstck.engine.client.ClientRun;
import org.bitstck.engine.client.ScriptedStage;
import org.bitstck.engine.server.ServerRun;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Tls;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.server.application.Applications;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Directory;
import org.bitstck.subject.Subject;

/**
 * What a run needs beside its subject.
 *
 * @param open closed in turn, the last one first
 */
record Bench(SubjectRun run, List<Scenario> scenarios, Deque<AutoCloseable> open)
    implements AutoCloseable {

  static Bench of(BitsServer server, Settings settings) {
    Library library = Library.bundled();
    List<Scenario> scenarios = settings.scenarios(library, Role.SERVER);
    Subject subject = server.subject();
    Tls tls = server.tls();
    Applications applications = listening(subject);
    SocketTransport transport = new SocketTransport(settings.limits(), tls);
    return new Bench(
        new ServerRun(
            library,
            scenarios,
            subject,
            settings.options(),
            transport,
            tls,
            applications,
            SubjectControl.NONE),
        scenarios,
        stack(applications, transport));
  }

  /** Listens wherever the server notifies its application. */
  private static Applications listening(Subject subject) {
    Applications applications = new Applications();
    for (Directory directory : subject.directories().values()) {
      String url = directory.setting(Directory.NOTIFIES).orElse(null);
      try {
        if (url != null) {
          applications.listen(url);
        }
      } catch (IOException | IllegalArgumentException e) {
        applications.close();
        throw new IllegalArgumentException(
            "cannot play the server application at " + url + ": " + e.getMessage(), e);
      }
    }
    return applications;
  }

  static Bench of(BitsClient client, Settings settings) {
    Library library = Library.bundled();
    List<Scenario> scenarios = settings.scenarios(library, Role.CLIENT);
    ClientDriver driver = new InProcessDriver(client);
    try {
      ScriptedStage stage = ScriptedStage.open(settings.limits(), driver);
      return new Bench(
          new ClientRun(
              library,
              scenarios,
              driver,
              "this test",
              settings.options(),
              library.clientRules(),
              stage),
          scenarios,
          stack(stage, driver));
    } catch (IOException e) {
      throw new UncheckedIOException("the kit's server cannot listen: " + e.getMessage(), e);
    }
  }

  private static Deque<AutoCloseable> stack(AutoCloseable... open) {
    Deque<AutoCloseable> stack = new ArrayDeque<>();
    List.of(open).forEach(stack::push);
    return stack;
  }

  @Override
  public void close() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
