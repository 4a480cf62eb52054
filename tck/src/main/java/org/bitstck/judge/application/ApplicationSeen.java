package org.bitstck.judge.application;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Fit;
import org.bitstck.judge.Seen;
import org.bitstck.play.application.ReplySeen;
import org.bitstck.play.application.ToldStep;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.application.ApplicationClause;
import org.bitstck.scenario.application.ApplicationClause.AnswerIs;
import org.bitstck.scenario.application.ApplicationClause.BodyIs;
import org.bitstck.scenario.application.ApplicationClause.CountIs;
import org.bitstck.scenario.application.ApplicationClause.HeaderIs;
import org.bitstck.scenario.application.ApplicationClause.LengthIs;
import org.bitstck.scenario.application.ApplicationClause.ReplyFileIs;
import org.bitstck.scenario.application.ApplicationClause.ReplyIs;
import org.bitstck.scenario.application.ApplicationClause.StatusIs;
import org.bitstck.scenario.application.ApplicationClause.VersionIs;
import org.bitstck.subject.DeclaredReply;

/** One step as it is judged. */
record ApplicationSeen(ToldStep told) implements Seen {

  @Override
  public Fit fit(Clause clause) {
    ApplicationClause wanted = (ApplicationClause) clause;
    if (wanted instanceof CountIs is) {
      return unless(told.effects() == is.effects(), describe());
    }
    if (wanted instanceof AnswerIs is) {
      return answer(is.kind());
    }
    Response response = told.exchange().response();
    if (response == null) {
      // what no answer means for the reply, the time limit says
      return wanted instanceof ReplyIs
          ? new Fit(Fit.Kind.UNREACHED, describe(), List.of())
          : Fit.wrong(describe());
    }
    if (wanted instanceof StatusIs is) {
      return unless(
          is.ranges().stream().anyMatch(range -> range.holds(response.status())),
          String.valueOf(response.status()));
    }
    if (wanted instanceof VersionIs is) {
      return unless(is.version().equals(response.version()), response.version());
    }
    if (wanted instanceof HeaderIs is) {
      List<String> values = response.headers().all(is.name());
      return unless(
          is.test().passes(values),
          is.name()
              + ": "
              + (values.isEmpty() ? "absent" : "'" + String.join("', '", values) + "'"));
    }
    int length = response.body().length;
    if (wanted instanceof BodyIs is) {
      return unless(
          (length == 0) == (is.kind() == BodyIs.Kind.EMPTY), "a body of " + length + " bytes");
    }
    if (wanted instanceof LengthIs is) {
      return unless(length == is.bytes(), "a body of " + length + " bytes");
    }
    if (wanted instanceof ReplyFileIs is) {
      return unless(file(is.kind()), fileWords());
    }
    return reply(((ReplyIs) wanted).kind(), response);
  }

  private static Fit unless(boolean holds, String wrong) {
    return holds ? Fit.HOLDS : Fit.wrong(wrong);
  }

  private Fit answer(AnswerIs.Kind kind) {
    Exchange exchange = told.exchange();
    if (exchange.response() == null) {
      return Fit.wrong(describe());
    }
    return switch (kind) {
      case ANY -> Fit.HOLDS;
      case WELL_FORMED ->
          unless(
              exchange.response().faults().isEmpty(),
              String.join("; ", exchange.response().faults()));
      case EXACT -> unless(exchange.surplus() == 0, exchange.surplus() + " more bytes");
    };
  }

  private boolean file(ReplyFileIs.Kind kind) {
    byte[] file = told.reply().file();
    return switch (kind) {
      case PRESENT -> file != null && file.length > 0;
      case EMPTY -> file != null && file.length == 0;
      case ABSENT -> file == null;
    };
  }

  private String fileWords() {
    byte[] file = told.reply().file();
    return file == null ? "no file of the reply" : "a file of " + file.length + " bytes";
  }

  private Fit reply(ReplyIs.Kind kind, Response response) {
    if (!response.isSuccess()) {
      return Fit.wrong(describe());
    }
    ReplySeen seen = told.reply();
    if (response.headers().has(Bits.STATIC_RESPONSE_URL)) {
      return new Fit(Fit.Kind.UNKNOWN, "the reply is at a static URL", List.of());
    }
    byte[] reply = seen.bytes(response.body());
    return kind == ReplyIs.Kind.RIGHT ? right(seen, reply) : asBefore(seen, reply);
  }

  private static Fit right(ReplySeen seen, byte[] reply) {
    if (!seen.declared().tellsOfTheUpload()) {
      return new Fit(
          Fit.Kind.UNKNOWN,
          "what the reply tells of the upload is not declared: 'reply: echo' or 'digest'",
          List.of());
    }
    if (reply == null) {
      return new Fit(Fit.Kind.UNREACHED, "there is no reply to tell by", List.of());
    }
    return seen.declared().kind() == DeclaredReply.Kind.ECHO
        ? echo(seen.upload(), reply)
        : digest(seen.upload(), reply);
  }

  private static Fit echo(byte[] upload, byte[] reply) {
    int difference = Arrays.mismatch(reply, upload);
    if (difference < 0) {
      return Fit.HOLDS;
    }
    return Fit.wrong(
        reply.length == upload.length
            ? "a reply with other bytes from offset " + difference + " on"
            : "a reply of "
                + reply.length
                + " bytes to "
                + upload.length
                + ", the first difference at offset "
                + difference);
  }

  private static Fit digest(byte[] upload, byte[] reply) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(upload);
      String text = new String(reply, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      return unless(
          text.contains(HexFormat.of().formatHex(digest)),
          "a reply without the SHA-256 of the upload");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fit asBefore(ReplySeen seen, byte[] reply) {
    boolean comparable =
        seen.sameAgain()
            || seen.declared().tellsOfTheUpload()
            || seen.declared().kind() == DeclaredReply.Kind.TEXT;
    byte[] now = reply == null ? new byte[0] : reply;
    if (!comparable || seen.before() == null) {
      return new Fit(
          Fit.Kind.UNKNOWN, "whether replies to one upload are alike is not declared", List.of());
    }
    return unless(
        Arrays.equals(now, seen.before()),
        "a reply of " + now.length + " bytes, unlike the " + seen.before().length + " before");
  }

  @Override
  public String describe() {
    if (told.exchange() == null) {
      return told.effects() + (told.effects() == 1 ? " effect" : " effects");
    }
    StringBuilder text = new StringBuilder(told.exchange().outcome());
    Optional<Response> response = told.exchange().answer();
    response
        .filter(answer -> answer.body().length > 0)
        .ifPresent(
            answer -> text.append(", a body of ").append(answer.body().length).append(" bytes"));
    if (response.isPresent() && told.reply().byReference()) {
      text.append(", ").append(fileWords());
    }
    response
        .flatMap(answer -> answer.headers().first(Bits.STATIC_RESPONSE_URL))
        .ifPresent(url -> text.append(", static URL ").append(url));
    return text.toString();
  }
}
