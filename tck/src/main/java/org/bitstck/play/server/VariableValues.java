package org.bitstck.play.server;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.Variables;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.subject.Directory;

/** What the variables of a scenario stand for while it is played. */
final class VariableValues {
  /** First half of GUIDs that nobody has given a meaning: version 4, letters enough to be told. */
  private static final long MEANINGLESS = 0xB17577C0_0000_4000L;

  private final Destinations destinations;
  private final Sessions sessions;
  private final String protocol;
  private final String application;
  private final String unknownSession = braced(guid());

  /**
   * @param protocol the GUID that the subject speaks
   * @param application host and port at which the kit is the server application; null if it is not
   */
  VariableValues(
      Destinations destinations, Sessions sessions, String protocol, String application) {
    this.destinations = destinations;
    this.sessions = sessions;
    this.protocol = protocol;
    this.application = application;
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

  /**
   * The value of a variable; empty if there is none of that name. A session that does not exist has
   * the id that nobody has given: an empty one could make a careless server delete all sessions.
   *
   * @param step whose destination, directory and session are meant
   */
  Optional<String> of(String name, RequestStep step) {
    String session = sessions.id(step.session()).orElse(unknownSession);
    String path = destinations.path(step.directory(), step.destination());
    return Optional.ofNullable(
        switch (name) {
          case Variables.PATH -> path;
          case Variables.URL -> destinations.absolute(path);
          case Variables.HOST -> destinations.endpoint().authority();
          case Variables.DIRECTORY -> destinations.directory(step.directory()).path();
          case Variables.NAME -> destinations.fileName(step.destination());
          case Variables.SESSION -> session;
          case Variables.SESSION_LOWER -> session.toLowerCase(Locale.ROOT);
          case Variables.SESSION_UPPER -> session.toUpperCase(Locale.ROOT);
          case Variables.UNKNOWN_SESSION -> unknownSession;
          case Variables.PROTOCOL -> protocol;
          case Variables.REPLY_URL -> replyUrl().map(URI::toString).orElse("");
          case Variables.REPLY_PATH -> replyUrl().map(URI::getRawPath).orElse("");
          case Variables.APPLICATION -> application == null ? "" : application;
          case Variables.APPLICATION_PATH ->
              destinations
                  .directory(null)
                  .setting(Directory.NOTIFIES)
                  .map(url -> URI.create(url).getRawPath())
                  .orElse("");
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
      String start = destinations.directory(Directory.PLAIN).path();
      start = start.equals("/") ? "/bits-tck/" : start;
      long depth = start.chars().filter(c -> c == '/').count() - 1;
      return start + detour.group(1).repeat((int) depth) + path.substring(1);
    }
    Matcher nameOf = Variables.NAME_OF.matcher(name);
    return nameOf.matches() ? destinations.fileName(nameOf.group(1)) : null;
  }

  /** The reply's URL; relative ones, also with backslashes, as IIS gives them: conflict C20. */
  Optional<URI> replyUrl() {
    String given = sessions.replyUrl();
    if (given == null) {
      return Optional.empty();
    }
    try {
      String normal = given.replace('\\', '/').replace("{", "%7B").replace("}", "%7D");
      return Optional.of(
          URI.create(destinations.absolute(destinations.path(null, FileSpec.MAIN)))
              .resolve(normal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
