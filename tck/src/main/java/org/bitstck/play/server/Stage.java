package org.bitstck.play.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Response;
import org.bitstck.play.Endpoint;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.Amount;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.Variables;
import org.bitstck.scenario.server.FragmentRange;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.subject.Directory;
import org.bitstck.subject.Subject;
import org.bitstck.yaml.YamlValue;

/** What a scenario has at hand while it is played: files, destinations, sessions. */
final class Stage {
  /** First half of GUIDs that nobody has given a meaning: version 4, letters enough to be told. */
  private static final long MEANINGLESS = 0xB17577C0_0000_4000L;

  private static final Pattern UNSAFE = Pattern.compile("[^a-z0-9]+");

  private final ServerScenario scenario;
  private final Subject subject;
  private final Traits traits;
  private final String destinationPrefix;
  private final Map<String, TestFile> files = new HashMap<>();
  private final Map<String, Deque<String>> sessions = new HashMap<>();
  private final Map<String, Long> offsets = new HashMap<>();
  private final String unknownSession;
  private final String application;
  private String replyUrl;

  /**
   * @param run name of the run, so that no two runs meet at a destination
   * @param application host and port at which the kit is the server application; null if it is not
   */
  Stage(ServerScenario scenario, Subject subject, Traits traits, String run, String application) {
    this.application = application;
    this.scenario = scenario;
    this.subject = subject;
    this.traits = traits;
    String safe = UNSAFE.matcher(scenario.id()).replaceAll("-");
    this.destinationPrefix =
        "bits-tck-" + run + "-" + safe + Integer.toHexString(scenario.id().hashCode());
    this.unknownSession = braced(guid());
    scenario
        .files()
        .values()
        .forEach(
            f -> files.put(f.name(), new TestFile(f.in(this::setting), scenario.id().hashCode())));
  }

  /** Of version 4; nobody has to be kept from guessing it. */
  private static UUID guid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(
        random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE);
  }

  private static String braced(UUID id) {
    return "{" + id.toString().toUpperCase(Locale.ROOT) + "}";
  }

  Traits traits() {
    return traits;
  }

  Map<String, TestFile> files() {
    return files;
  }

  TestFile file(String name) {
    return files.get(name);
  }

  Endpoint endpoint() {
    return Endpoint.of(subject.url());
  }

  /** The directory of a step: its own, or the scenario's, or the plain one. */
  Directory directory(String stepDirectory) {
    String name = stepDirectory != null ? stepDirectory : scenario.directory();
    return subject.directory(name).orElseThrow();
  }

  /** A setting of the directory that the scenario runs in. */
  Optional<String> setting(String key) {
    return directory(null).setting(key);
  }

  /**
   * How long a step may take before it counts as a pause of its own: in a directory whose sessions
   * end soon, much less than that.
   */
  Duration dawdling() {
    return directory(null)
        .setting("seconds")
        .map(seconds -> Duration.ofMillis((long) (Double.parseDouble(seconds) * 300)))
        .orElse(Duration.ofDays(1));
  }

  /** What a number of the scenario is in that directory. */
  long number(Amount amount) {
    return amount.in(this::setting);
  }

  /**
   * What the subject wants on each request besides the protocol.
   *
   * @param login {@code none} leaves the credentials out; null sends those of the directory
   */
  List<Header> accessHeaders(String stepDirectory, String login) {
    List<Header> headers = new ArrayList<>(subject.access().headers());
    if (!"none".equals(login)) {
      Optional.ofNullable(directory(stepDirectory).credentials())
          .or(subject.access()::login)
          .ifPresent(c -> headers.add(new Header("Authorization", c.basic())));
    }
    return headers;
  }

  /** Name of a destination file within its directory. */
  String fileName(String destination) {
    return destinationPrefix
        + (destination.equals(FileSpec.MAIN) ? "" : "-" + destination)
        + ".bin";
  }

  /** Whether a URL is that destination; one that is none of the scenario's counts as the main. */
  boolean isDestination(String url, String destination) {
    return url.contains(fileName(destination))
        || destination.equals(FileSpec.MAIN) && !isDestination(url);
  }

  /** Whether a URL, in whatever form, is one of the scenario's destinations. */
  boolean isDestination(String url) {
    return url.contains(destinationPrefix + ".bin") || url.contains(destinationPrefix + "-");
  }

  String path(String stepDirectory, String destination) {
    return directory(stepDirectory).path() + encoded(fileName(destination));
  }

  /** A file name as a segment of a URL: RFC 3986 section 2.1, over UTF-8. */
  private static String encoded(String name) {
    StringBuilder segment = new StringBuilder(name.length());
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
      if (plain) {
        segment.append((char) b);
      } else {
        segment.append(String.format("%%%02X", b));
      }
    }
    return segment.toString();
  }

  String absolute(String path) {
    return subject.url().getScheme() + "://" + endpoint().authority() + path;
  }

  Optional<String> session(String label) {
    return Optional.ofNullable(sessions.get(label)).map(Deque::peek);
  }

  /**
   * The range of a step, {@code resume} resolved to the next offset wanted; null if it has none.
   */
  FragmentRange range(RequestStep step) {
    FragmentRange range = step.range();
    return range != null && range.isResume()
        ? new FragmentRange(offsets.getOrDefault(step.session(), 0L), -1)
        : range;
  }

  /** Remembers what an answer gives for later steps. */
  void learn(RequestStep step, Response response) {
    learnOffset(step, response);
    if (!response.isSuccess()) {
      return;
    }
    // no client takes a session from the Ack of a PING: BITS-SRV-PING-005
    if (step.kind().filter(PacketKind.CREATE_SESSION::equals).isPresent()) {
      AckReading.sessionId(response)
          .ifPresent(
              id -> {
                if (!id.equals(session(step.session()).orElse(null))) {
                  sessions.computeIfAbsent(step.session(), s -> new ArrayDeque<>()).push(id);
                  offsets.remove(step.session());
                }
              });
    }
    if (step.kind().filter(Stage::endsSession).isPresent()) {
      Deque<String> given = sessions.getOrDefault(step.session(), new ArrayDeque<>());
      if (given.size() > 1) {
        given.pop();
      }
    }
    response.headers().first(Bits.REPLY_URL).ifPresent(url -> replyUrl = url);
  }

  private static boolean endsSession(PacketKind kind) {
    return kind == PacketKind.CLOSE_SESSION || kind == PacketKind.CANCEL_SESSION;
  }

  /** Where an Ack leaves the offset out, a client can only take the end of what it sent. */
  private void learnOffset(RequestStep step, Response response) {
    if (step.range() == null || !(response.isSuccess() || response.status() == 416)) {
      return;
    }
    OptionalLong told = AckReading.receivedRange(response);
    if (told.isPresent()) {
      offsets.put(step.session(), told.getAsLong());
    } else if (response.isSuccess()) {
      offsets.put(step.session(), range(step).lastIn(file(step.file()).size()) + 1);
    }
  }

  /**
   * Fills in the variables of a text. A session that does not exist has the id that nobody has
   * given: an empty one could make a careless server delete all sessions.
   */
  String fill(String text, RequestStep step) {
    return text.contains("${") ? YamlValue.fill(text, name -> variable(name, step)) : text;
  }

  /**
   * What the texts of expectations that have variables stand for now, by the text.
   *
   * @param about whose destination, directory and session are meant
   */
  Map<String, String> filled(List<Expectation> expectations, RequestStep about) {
    Map<String, String> filled = new HashMap<>();
    expectations.stream()
        .flatMap(expectation -> expectation.anyOf().stream())
        .flatMap(legal -> legal.conditions().stream())
        .forEach(
            clause ->
                clause.filled(
                    text -> {
                      if (text.contains("${")) {
                        filled.put(text, fill(text, about));
                      }
                      return text;
                    }));
    return filled;
  }

  private Optional<String> variable(String name, RequestStep step) {
    String session = session(step.session()).orElse(unknownSession);
    String path = path(step.directory(), step.destination());
    return Optional.ofNullable(
        switch (name) {
          case Variables.PATH -> path;
          case Variables.URL -> absolute(path);
          case Variables.HOST -> endpoint().authority();
          case Variables.DIRECTORY -> directory(step.directory()).path();
          case Variables.NAME -> fileName(step.destination());
          case Variables.SESSION -> session;
          case Variables.SESSION_LOWER -> session.toLowerCase(Locale.ROOT);
          case Variables.SESSION_UPPER -> session.toUpperCase(Locale.ROOT);
          case Variables.UNKNOWN_SESSION -> unknownSession;
          case Variables.PROTOCOL -> traits.protocol();
          case Variables.REPLY_URL -> replyUrl().map(URI::toString).orElse("");
          case Variables.REPLY_PATH -> replyUrl().map(URI::getRawPath).orElse("");
          case Variables.APPLICATION -> application == null ? "" : application;
          case Variables.APPLICATION_PATH ->
              setting(Directory.NOTIFIES).map(url -> URI.create(url).getRawPath()).orElse("");
          default -> formed(name, path);
        });
  }

  /** The variables that carry a number or a label; null for all others. */
  private String formed(String name, String path) {
    Matcher blanks = Variables.BLANKS.matcher(name);
    if (blanks.matches()) {
      return " ".repeat(Integer.parseInt(blanks.group(1)));
    }
    Matcher letters = Variables.LETTERS.matcher(name);
    if (letters.matches()) {
      return "x".repeat(Integer.parseInt(letters.group(1)));
    }
    Matcher guids = Variables.GUIDS.matcher(name);
    if (guids.matches()) {
      return LongStream.rangeClosed(1, Long.parseLong(guids.group(1)))
          .mapToObj(number -> braced(new UUID(MEANINGLESS, Long.MIN_VALUE | number)))
          .collect(Collectors.joining(", "));
    }
    Matcher detour = Variables.DETOUR.matcher(name);
    if (detour.matches()) {
      String start = directory(Directory.PLAIN).path();
      start = start.equals("/") ? "/bits-tck/" : start;
      long depth = start.chars().filter(c -> c == '/').count() - 1;
      return start + detour.group(1).repeat((int) depth) + path.substring(1);
    }
    Matcher nameOf = Variables.NAME_OF.matcher(name);
    return nameOf.matches() ? fileName(nameOf.group(1)) : null;
  }

  /** The reply's URL; relative ones, also with backslashes, as IIS gives them: conflict C20. */
  Optional<URI> replyUrl() {
    if (replyUrl == null) {
      return Optional.empty();
    }
    try {
      String normal = replyUrl.replace('\\', '/').replace("{", "%7B").replace("}", "%7D");
      return Optional.of(URI.create(absolute(path(null, FileSpec.MAIN))).resolve(normal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
