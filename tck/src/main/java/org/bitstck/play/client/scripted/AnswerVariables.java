package org.bitstck.play.client.scripted;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bitstck.exchange.Bits;
import org.bitstck.scenario.Variables;
import org.bitstck.yaml.YamlValue;

/** What {@code ${…}} stands for in an edit of an answer. */
final class AnswerVariables {
  /** A GUID that no server gives. */
  private static final String NOBODYS = "{0B175C4D-0000-4000-8000-000000000000}";

  private final ServerModel model;
  private final Received received;

  AnswerVariables(ServerModel model, Received received) {
    this.model = model;
    this.received = received;
  }

  String fill(String text) {
    return text.contains("${") ? YamlValue.fill(text, this::value) : text;
  }

  private Optional<String> value(String name) {
    Hosting hosting = model.hosting();
    String session = model.currentSession() == null ? NOBODYS : model.currentSession();
    String authority = received.authority() == null ? hosting.authority() : received.authority();
    String path = hosting.target();
    return Optional.ofNullable(
        switch (name) {
          case Variables.PATH -> path;
          case Variables.URL -> "http://" + authority + path;
          case Variables.HOST -> authority;
          case Variables.DIRECTORY -> hosting.folder();
          case Variables.NAME -> hosting.path().substring(hosting.path().lastIndexOf('/') + 1);
          case Variables.SESSION -> session;
          case Variables.SESSION_LOWER -> session.toLowerCase(Locale.ROOT);
          case Variables.SESSION_UPPER -> session.toUpperCase(Locale.ROOT);
          case Variables.UNKNOWN_SESSION -> NOBODYS;
          case Variables.PROTOCOL -> Bits.PROTOCOL_GUID;
          case Variables.REPLY_URL ->
              model.reply().map(reply -> "http://" + authority + reply.path()).orElse("");
          case Variables.REPLY_PATH -> model.reply().map(Reply::path).orElse("");
          default -> formed(name);
        });
  }

  private static String formed(String name) {
    Matcher blanks = Variables.BLANKS.matcher(name);
    if (blanks.matches()) {
      return " ".repeat(Integer.parseInt(blanks.group(1)));
    }
    Matcher letters = Variables.LETTERS.matcher(name);
    if (letters.matches()) {
      return "x".repeat(Integer.parseInt(letters.group(1)));
    }
    Matcher guids = Variables.GUIDS.matcher(name);
    return guids.matches()
        ? LongStream.rangeClosed(1, Long.parseLong(guids.group(1)))
            .mapToObj(number -> "{" + new UUID(number, Long.MIN_VALUE) + "}")
            .collect(Collectors.joining(", "))
        : null;
  }
}
