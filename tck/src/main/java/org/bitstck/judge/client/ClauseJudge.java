package org.bitstck.judge.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bitstck.exchange.Timing;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.Chosen;
import org.bitstck.scenario.client.ClientClause;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.Form;
import org.bitstck.scenario.client.ClientClause.GapIs;
import org.bitstck.scenario.client.ClientClause.OneAtATime;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.ReplyIs;
import org.bitstck.scenario.client.ClientClause.ReportIs;
import org.bitstck.scenario.client.ClientClause.RequestIs;
import org.bitstck.scenario.client.ClientClause.SequenceIs;
import org.bitstck.scenario.client.ClientClause.UploadedIs;
import org.bitstck.scenario.client.RequestKind;

/** Judges the clauses of scenarios and rules for clients, each by itself. */
final class ClauseJudge {
  /** So much earlier than it says may a timer of the client's run off, in microseconds. */
  private static final long TIMER_SLACK = 20_000;

  /** A fragment with wrong bytes is wrong enough: what is published is then wrong for it. */
  private static final RequestIs BODIES =
      new RequestIs(
          new Chosen(Set.of(RequestKind.FRAGMENT), null, 1, Integer.MAX_VALUE, false),
          Form.BODY_OF_FILE);

  private final Recording recording;
  private final Requests requests;
  private final RequestTests tests;
  private final Reported reported;

  ClauseJudge(Recording recording) {
    this.recording = recording;
    this.requests = Requests.of(recording);
    this.tests = new RequestTests(recording);
    this.reported = new Reported(recording);
  }

  Fit fit(ClientClause clause) {
    if (clause instanceof RequestIs is) {
      return request(is);
    }
    if (clause instanceof SequenceIs is) {
      return Sequences.fit(is, recording);
    }
    if (clause instanceof CountIs is) {
      return count(is);
    }
    if (clause instanceof OutcomeIs is) {
      return reported.outcome(is);
    }
    if (clause instanceof ReportIs is) {
      return reported.details(is);
    }
    if (clause instanceof UploadedIs is) {
      return uploaded(is);
    }
    if (clause instanceof ReplyIs is) {
      return reply(is);
    }
    if (clause instanceof GapIs is) {
      return gap(is);
    }
    if (clause instanceof OneAtATime) {
      return oneAtATime();
    }
    throw new IllegalStateException("no judgement for " + clause);
  }

  private Fit request(RequestIs is) {
    Chosen which = is.which();
    Optional<List<Integer>> chosen = requests.chosen(which);
    if (chosen.isEmpty()) {
      return Fit.unreached(which.after().describe() + " never came");
    }
    if (chosen.get().isEmpty()) {
      return none(which);
    }
    return together(chosen.get().stream().map(index -> tests.fit(is.test(), index)).toList());
  }

  private static Fit none(Chosen which) {
    String behind = which.after() == null ? "" : " behind " + which.after().describe();
    if (which.required() && (which.after() == null || !which.kinds().isEmpty())) {
      return Fit.unreached(which.among().describe() + " never came" + behind);
    }
    String words = "no " + kinds(which) + " came" + behind;
    if (which.required()) {
      return Fit.wrong(words);
    }
    return which.after() == null ? Fit.unknown(words) : Fit.HOLDS;
  }

  private static String kinds(Chosen which) {
    return which.kinds().isEmpty()
        ? "request"
        : String.join(" or ", which.kinds().stream().map(RequestKind::word).sorted().toList());
  }

  /** The first of several requests that is wrong is told about, all of them are counted. */
  private static Fit together(List<Fit> fits) {
    List<Fit> wrong = fits.stream().filter(Fit::isWrong).toList();
    if (!wrong.isEmpty()) {
      List<Integer> numbers = new ArrayList<>();
      wrong.forEach(fit -> numbers.addAll(fit.exchanges()));
      String more = wrong.size() == 1 ? "" : " (and " + (wrong.size() - 1) + " more)";
      return Fit.wrong(wrong.get(0).words() + more, numbers);
    }
    return fits.stream()
        .filter(fit -> fit.kind() == Fit.Kind.HOLDS)
        .findFirst()
        .orElse(fits.get(0));
  }

  private Fit count(CountIs is) {
    Optional<List<Integer>> chosen = requests.chosen(is.which());
    if (chosen.isEmpty()) {
      return Fit.unreached(is.which().after().describe() + " never came");
    }
    int count = chosen.get().size();
    if (count >= is.least() && count <= is.most()) {
      return Fit.HOLDS;
    }
    String behind = is.which().after() == null ? "" : " behind " + is.which().after().describe();
    List<Integer> numbers =
        chosen.get().stream().map(index -> requests.get(index).exchange().number()).toList();
    return Fit.wrong(
        count + " " + kinds(is.which()) + behind, count > is.most() ? numbers : List.of());
  }

  private Fit uploaded(UploadedIs is) {
    byte[] published = recording.published();
    Boolean likeFile = recording.publishedLikeFile();
    if (!is.present()) {
      return published == null && likeFile == null
          ? Fit.HOLDS
          : Fit.wrong("published: " + (published == null ? "many" : published.length) + " bytes");
    }
    if (published == null && likeFile == null) {
      return Fit.wrong("nothing was published");
    }
    Fit fit = likeFile != null ? likeFile(likeFile) : same("published", published, file());
    Fit sent = fit.isWrong() ? request(BODIES) : Fit.HOLDS;
    return sent.isWrong() ? Fit.unreached(sent.words()) : fit;
  }

  private static Fit likeFile(boolean like) {
    return like ? Fit.HOLDS : Fit.wrong("what was published is not the file");
  }

  private byte[] file() {
    long size = recording.file().size();
    return size == 0 ? new byte[0] : recording.file().bytes(0, size - 1);
  }

  private Fit reply(ReplyIs is) {
    byte[] stored = recording.storedReply();
    boolean some = stored != null && stored.length > 0;
    return switch (is.reply()) {
      case ABSENT ->
          some ? Fit.wrong("a reply of " + stored.length + " bytes was stored") : Fit.HOLDS;
      case ANY -> some ? Fit.HOLDS : Fit.wrong("no reply was stored");
      case SAME -> {
        byte[] right = recording.reply() == null ? new byte[0] : recording.reply();
        yield stored == null ? Fit.wrong("no reply was stored") : same("stored", stored, right);
      }
    };
  }

  private static Fit same(String what, byte[] there, byte[] right) {
    int difference = Arrays.mismatch(there, right);
    if (difference < 0) {
      return Fit.HOLDS;
    }
    return Fit.wrong(
        what
            + ": "
            + there.length
            + " bytes"
            + (there.length == right.length ? "" : " instead of " + right.length)
            + ", the first difference at offset "
            + difference);
  }

  private Fit gap(GapIs is) {
    OptionalInt before = requests.first(is.after());
    if (before.isEmpty()) {
      return Fit.unreached(is.after().describe() + " never came");
    }
    int next = before.getAsInt() + 1;
    if (next == requests.size()) {
      return is.most() == null
          ? Fit.HOLDS
          : Fit.wrong("no request came behind " + is.after().describe());
    }
    Timing answered = requests.get(before.getAsInt()).exchange().timing();
    long gap = requests.get(next).exchange().timing().sent() - answered.done();
    boolean tooSoon = is.least() != null && gap + TIMER_SLACK < is.least().toNanos() / 1000;
    boolean tooLate = is.most() != null && gap > is.most().toNanos() / 1000;
    return Tests.unless(
        !tooSoon && !tooLate, requests.get(next), "came after " + gap / 1000 + " ms");
  }

  private Fit oneAtATime() {
    List<Fit> fits = new ArrayList<>();
    for (int i = 1; i < requests.size(); i++) {
      if (requests.get(i).overlapping() && isPacket(i) && isPacket(i - 1)) {
        fits.add(
            Tests.unless(
                wasGivenUp(i - 1),
                requests.get(i),
                "came before the answer to " + Words.name(requests.get(i - 1))));
      }
    }
    return fits.isEmpty() ? Fit.HOLDS : together(fits);
  }

  private boolean isPacket(int index) {
    RequestKind kind = requests.get(index).kind();
    return kind != RequestKind.GET && kind != RequestKind.HEAD;
  }

  /**
   * No answer came, or none in half of the time that the client was told to wait: a busy machine
   * may have noticed the one request late, and the next one at once.
   */
  private boolean wasGivenUp(int index) {
    Recorded request = requests.get(index);
    long told = recording.scenario().client().answerTimeoutMs();
    long waited =
        requests.get(index + 1).exchange().timing().sent() - request.exchange().timing().sent();
    boolean timedOut = told >= 0 && waited >= told * 1000 / 2;
    return timedOut
        || request.exchange().response() == null
        || switch (Reliable.wire(request)) {
          case DELAY -> request.deviation().wire().millis() >= told;
          case SLOW, SILENCE, STOP_READING -> true;
          default -> false;
        };
  }
}
