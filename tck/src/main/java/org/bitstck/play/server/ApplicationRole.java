package org.bitstck.play.server;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitstck.play.application.Applications;
import org.bitstck.play.application.Notification;
import org.bitstck.play.application.Script;
import org.bitstck.play.application.ServerApplication;
import org.bitstck.scenario.ApplicationAnswer;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderEdit;
import org.bitstck.scenario.ServerScenario;
import org.bitstck.scenario.Steps;

/** The part of the server application in one scenario: answers for its main destination. */
final class ApplicationRole implements AutoCloseable {
  private final ServerApplication application;
  private final String path;
  private final Script script;

  private ApplicationRole(ServerApplication application, String path, Script script) {
    this.application = application;
    this.path = path;
    this.script = script;
  }

  /** The part as the scenario writes it; none where it writes none. */
  static ApplicationRole of(ServerScenario scenario, Stage stage, Applications applications) {
    Optional<ServerApplication> application =
        stage
            .directory(null)
            .setting("notifies")
            .map(url -> URI.create(url).getPort())
            .flatMap(applications::at);
    if (scenario.application().isEmpty() || application.isEmpty()) {
      return new ApplicationRole(null, "", new Script(List.of()));
    }
    List<Script.Answer> answers =
        scenario.application().stream().map(answer -> answer(answer, stage)).toList();
    Script script = new Script(answers);
    String path = stage.path(null, FileSpec.MAIN);
    application.get().expect(path, script);
    return new ApplicationRole(application.get(), path, script);
  }

  private static Script.Answer answer(ApplicationAnswer answer, Stage stage) {
    List<String> headers = new ArrayList<>();
    for (HeaderEdit edit : answer.headers()) {
      for (String value : edit.values()) {
        headers.add(edit.name());
        headers.add(stage.fill(value, Steps.NOTHING));
      }
    }
    byte[] reply = null;
    if (answer.reply() != null) {
      TestFile file = stage.file(answer.reply());
      reply = file.bytes(0, file.size() - 1);
    }
    return new Script.Answer(answer.status(), headers, reply);
  }

  /** What the application was told so far of the scenario's main destination. */
  List<Notification> notifications(String destination) {
    return destination.equals(FileSpec.MAIN) ? script.notifications() : List.of();
  }

  @Override
  public void close() {
    if (application != null) {
      application.forget(path);
    }
  }
}
