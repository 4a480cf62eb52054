package org.bitstck.client.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.RateLimit;
import org.bitstck.client.http.Timers;
import org.bitstck.client.http.Tls;
import org.bitstck.client.protocol.Profile;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.RetryPolicy;
import org.bitstck.client.upload.StateFile;
import org.bitstck.client.upload.UploadOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command line. */
@Command(
    name = "bits-upload",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description = "Uploads files with the BITS Upload Protocol.",
    footer = {
      "",
      "A URL that ends in a slash gets the name of the file behind it.",
      "Sizes are 500, 64KiB or 10MB; times are 500ms, 30s or 2m.",
      "",
      "Examples:",
      "  bits-upload report.bin http://127.0.0.1:8080/inbox/report.bin",
      "  bits-upload *.log https://files.example/logs/ --user alice --password-file pw",
      "  bits-upload disk.img http://files.example/disk.img --state disk.state",
      "",
      "Ctrl-C cancels: the server forgets the session. SIGTERM pauses: with --state the",
      "same command goes on from there, also after a crash.",
      "Exit: 0 uploaded, 1 refused by the server, 2 wrong usage, 3 connection failed,",
      "4 time-out, 5 a local file is at fault, 6 paused, 130 cancelled."
    })
public final class UploadCommand implements Callable<Integer> {
  private static final Duration LONGEST_RETRY_DELAY = Duration.ofMinutes(1);

  @Parameters(
      paramLabel = "FILE... URL",
      hideParamSyntax = true,
      arity = "2..*",
      description = "What, and where to.")
  private List<String> words;

  @Option(
      names = "--fragment-size",
      paramLabel = "SIZE",
      converter = Units.Size.class,
      description = "Bytes sent at a time (default: 1MiB); less if the server wants less.")
  private long fragmentSize = UploadOptions.DEFAULT_FRAGMENT;

  @Option(
      names = "--reply-to",
      paramLabel = "FILE",
      description = "Wait for a reply of the server's application, and keep it there.")
  private Path replyTo;

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Keep the state there, and go on with the upload that it belongs to.")
  private Path stateFile;

  @Option(
      names = "--pause-after",
      paramLabel = "SIZE",
      converter = Units.Size.class,
      description = "Pause when that many bytes are acknowledged.")
  private long pauseAfter = Long.MAX_VALUE;

  @Option(names = "--user", paramLabel = "NAME", description = "For servers that ask for one.")
  private String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Its first line is the password. Without it, BITS_PASSWORD is.")
  private Path passwordFile;

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Certificates (PEM) to trust instead of those of this system.")
  private Path ca;

  @Option(
      names = "--insecure",
      description = "Trust every certificate. Whoever sits on the line can read the upload.")
  private boolean insecure;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description =
          "How to read the protocol where its sources differ: interop (default), "
              + "strict or win32.")
  private Profile profile = Profile.INTEROP;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "Tries after a broken connection or a 5xx, in a row (default: 3).")
  private int retries = 3;

  @Option(
      names = "--retry-delay",
      paramLabel = "TIME",
      converter = Units.Time.class,
      description = "Before the first retry; doubles, up to a minute (default: 1s).")
  private Duration retryDelay = Duration.ofSeconds(1);

  @Option(
      names = "--send-timeout",
      paramLabel = "TIME",
      converter = Units.Time.class,
      description = "For sending a packet (default: 2m).")
  private Duration sendTimeout = Timers.DEFAULT.send();

  @Option(
      names = "--answer-timeout",
      paramLabel = "TIME",
      converter = Units.Time.class,
      description = "For the server's answer to it (default: 5m).")
  private Duration answerTimeout = Timers.DEFAULT.answer();

  @Option(
      names = "--limit-rate",
      paramLabel = "SIZE",
      converter = Units.Size.class,
      description = "Send at most that many bytes a second.")
  private Long limitRate;

  @Option(names = "--json", description = "Say what happens in JSON lines on standard output.")
  private boolean json;

  @Option(
      names = "--driver",
      description =
          "Obey commands (JSON lines on standard input) of another program; the only "
              + "word on the command line.")
  private boolean driver;

  @Mixin private DefectOptions defects = new DefectOptions();

  @Option(
      names = {"-q", "--quiet"},
      description = "No progress bar, and nothing on success.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Name every packet and its answer.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  /** Both while nothing else was said; a later file is not begun after a stop. */
  private Session current;

  @Override
  public Integer call() throws InterruptedException {
    Supplier<Policies> policies;
    try {
      policies = defects.policies();
    } catch (IllegalArgumentException e) {
      spec.commandLine().getErr().println("bits-upload: --defect: " + e.getMessage());
      return ExitCode.USAGE;
    }
    UploadOptions common;
    List<UploadOptions> uploads = new ArrayList<>();
    try {
      common = common();
      for (Path file : files()) {
        uploads.add(
            new UploadOptions(
                file,
                destination(file),
                replyTo,
                common.fragmentSize(),
                common.credentials(),
                common.profile(),
                common.timers(),
                common.retry(),
                common.limit(),
                common.tls()));
      }
    } catch (IOException e) {
      spec.commandLine().getErr().println("bits-upload: " + e);
      return ExitCode.FILE;
    }
    if (insecure) {
      System.err.println(
          "bits-upload: WARNING: --insecure: no certificate is checked. Anybody on the line can"
              + " read and change what is sent, the password too.");
    }
    current = new Session(json, quiet, verbose, policies);
    Signals.at("INT", current::cancel);
    Signals.at("TERM", current::pause);
    int worst = ExitCode.SUCCESS;
    for (UploadOptions each : uploads) {
      int code = upload(each);
      if (code == ExitCode.CANCELLED || code == ExitCode.PAUSED) {
        return code;
      }
      worst = worst == ExitCode.SUCCESS ? code : worst;
    }
    return worst;
  }

  private int upload(UploadOptions options) {
    StateFile state =
        stateFile == null
            ? null
            : new StateFile(stateFile, options.destination().toString(), options.file());
    Outcome outcome;
    try {
      outcome = current.run(options, state, pauseAfter);
    } catch (ExchangeFailure e) {
      System.err.println("bits-upload: " + e.getMessage());
      return ExitCode.FILE;
    }
    return ExitCode.of(outcome);
  }

  private UploadOptions common() throws IOException {
    if (driver || defects.standAlone()) {
      throw usage(
          "there are '--driver', '--driver --defects', '--driver --defect ID' and"
              + " '--list-defects', and nothing more beside them");
    }
    if (words.size() > 2 && (stateFile != null || replyTo != null)) {
      throw usage("--state and --reply-to are for a single FILE");
    }
    if (insecure && ca != null) {
      throw usage("--ca and --insecure exclude each other");
    }
    if (retries < 0) {
      throw usage("--retries is 0 or more");
    }
    Tls tls = insecure ? Tls.insecure() : ca == null ? Tls.DEFAULT : Tls.trusting(ca);
    if (ca != null) {
      tls.check();
    }
    Duration longest =
        retryDelay.compareTo(LONGEST_RETRY_DELAY) > 0 ? retryDelay : LONGEST_RETRY_DELAY;
    return UploadOptions.of(Path.of(words.get(0)), base())
        .withFragmentSize(fragmentSize)
        .withCredentials(credentials())
        .withProfile(profile)
        .withTimers(new Timers(sendTimeout, answerTimeout, answerTimeout))
        .withRetry(new RetryPolicy(retries, retryDelay, longest, true))
        .withLimit(limitRate == null ? RateLimit.NONE : new RateLimit(limitRate))
        .withTls(tls);
  }

  private Credentials credentials() throws IOException {
    if (user == null) {
      if (passwordFile != null) {
        throw usage("--password-file needs --user");
      }
      return null;
    }
    String password = System.getenv("BITS_PASSWORD");
    if (passwordFile != null) {
      password = Files.readString(passwordFile).lines().findFirst().orElse("");
    }
    if (password == null) {
      throw usage("--user needs --password-file or BITS_PASSWORD");
    }
    return new Credentials(user, password);
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String word : words.subList(0, words.size() - 1)) {
      files.add(Path.of(word));
    }
    if (files.size() > 1 && !base().path().endsWith("/")) {
      throw usage("with several files the URL has to end in a slash");
    }
    return files;
  }

  private Destination base() {
    try {
      return Destination.parse(words.get(words.size() - 1));
    } catch (IllegalArgumentException e) {
      throw usage(e.getMessage());
    }
  }

  private Destination destination(Path file) {
    Destination base = base();
    String path = base.path();
    if (!path.endsWith("/")) {
      return base;
    }
    String query = base.target().substring(path.length());
    return base.withTarget(path + escaped(String.valueOf(file.getFileName())) + query);
  }

  private static String escaped(String name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        text.append(c);
      } else {
        text.append(String.format("%%%02X", (int) c));
      }
    }
    return text.toString();
  }

  private ParameterException usage(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
