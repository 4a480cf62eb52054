package org.bitstck.server.application;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.bitstck.server.config.Units;
import org.bitstck.server.defect.DefectList;
import org.bitstck.server.defect.application.ApplicationDefects;
import org.bitstck.server.http.Timeouts;
import org.bitstck.server.observe.Log;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the server application. */
@Command(
    name = "application",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Play the server application that an upload server notifies:",
      "takes notifications by reference and by value, and replies."
    },
    footer = {
      "",
      "REPLY is what is done with an upload:",
      "  echo          the reply is the upload",
      "  digest        the reply is its SHA-256",
      "  static        the reply is the upload, at a URL of this application",
      "  none          the reply is empty",
      "  error:STATUS  it is not taken",
      "echo+copy and so on: the upload is also to be published at its own URL.",
      "",
      "Examples:",
      "  bits-server application --port 9099 --shared /srv/uploads/.bits-sessions",
      "  bits-server application --port 0 --reply digest --at /down=error:503 --journal taken.log",
      "",
      "Exit: 0 stopped, 1 cannot start, 2 wrong usage."
    })
public final class ApplicationCommand implements Callable<Integer> {
  private static final int CONNECTIONS = 10_000;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on (default: 127.0.0.1).")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for a free one (default: 9099).")
  private int port = 9099;

  @Option(
      names = "--reply",
      paramLabel = "REPLY",
      description = "What is done with uploads (default: echo).")
  private String reply = "echo";

  @Option(
      names = "--at",
      paramLabel = "PATH=REPLY",
      description = "What is done with those that are notified at a path; may be given again.")
  private Map<String, String> at = Map.of();

  @Option(
      names = "--shared",
      paramLabel = "DIR",
      description = {
        "Folder below which notifications by reference may name files; may be given again.",
        "Without one they are refused."
      })
  private List<Path> shared = List.of();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where bodies under way and static replies lie (default: a temporary folder).")
  private Path folder;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description = "Gets a JSON line for each upload that is taken.")
  private Path journal;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "How clients reach this application (default: where it listens).")
  private String publicUrl;

  @Option(
      names = "--max-size",
      paramLabel = "SIZE",
      description = "Largest body of a notification by value (default: 4 GiB).")
  private String maxSize = "4 GiB";

  @Option(
      names = "--keep",
      paramLabel = "TIME",
      description = "How long static replies are served and repetitions recognised (default: 14d).")
  private String keep = "14d";

  @Option(names = "--log-json", description = "Log in JSON lines.")
  private boolean logJson;

  @Option(
      names = "--defect",
      paramLabel = "ID",
      description =
          "Have this fault, to see a test find it; '--list-defects' tells which there are.")
  private String defect;

  @Option(names = "--list-defects", description = "Print the faults as JSON lines, and stop.")
  private boolean listDefects;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (listDefects) {
      System.out.print(ApplicationDefects.list().json());
      return 0;
    }
    PrintWriter err = spec.commandLine().getErr();
    Log.format(logJson);
    ApplicationPolicies policies = policies();
    Map<String, ReplyRule> rules = new HashMap<>();
    at.forEach((path, rule) -> rules.put(path(path), rule("--at", rule)));
    ReplyRule usual = rule("--reply", reply);
    long largest =
        Units.size(maxSize).orElseThrow(() -> wrong("--max-size", "no size: " + maxSize));
    Duration kept = Units.duration(keep).orElseThrow(() -> wrong("--keep", "no time: " + keep));
    try {
      ApplicationConfig config =
          new ApplicationConfig(
              host,
              port,
              publicUrl,
              folder == null ? Files.createTempDirectory("bits-application-") : folder,
              shared,
              usual,
              rules,
              journal,
              largest,
              kept,
              CONNECTIONS,
              Timeouts.DEFAULT);
      run(config, policies);
      return 0;
    } catch (IOException e) {
      err.println("bits-server: cannot start: " + e.getMessage());
      return 1;
    }
  }

  private void run(ApplicationConfig config, ApplicationPolicies policies)
      throws IOException, InterruptedException {
    ApplicationServer server = new ApplicationServer(config, policies);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, config), "stop"));
    System.out.println("bits-server application listening on " + server.url());
    new CountDownLatch(1).await();
  }

  private void stop(ApplicationServer server, ApplicationConfig config) {
    server.close();
    if (folder == null) {
      try (Stream<Path> files = Files.walk(config.folder())) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        Log.warn("the temporary folder is left behind", "folder", config.folder());
      }
    }
  }

  private ApplicationPolicies policies() {
    if (defect == null) {
      return ApplicationPolicies.RIGHT;
    }
    DefectList<AtomicReference<ApplicationPolicies>> all = ApplicationDefects.list();
    AtomicReference<ApplicationPolicies> policies =
        new AtomicReference<>(ApplicationPolicies.RIGHT);
    all.find(defect)
        .orElseThrow(() -> wrong("--defect", all.unknown(defect)))
        .change()
        .accept(policies);
    return policies.get();
  }

  private String path(String path) {
    if (!path.startsWith("/")) {
      throw wrong("--at", "a path begins with a slash: " + path);
    }
    return path;
  }

  private ReplyRule rule(String option, String text) {
    try {
      return ReplyRule.of(text);
    } catch (IllegalArgumentException e) {
      throw wrong(option, e.getMessage());
    }
  }

  private ParameterException wrong(String option, String why) {
    return new ParameterException(spec.commandLine(), option + ": " + why);
  }
}
