package org.bitstck.judge.client;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.RequestKind;

/**
 * What a FRAGMENT says of itself, and what it carries: MC-BUP 2.2.5. Each fault is wrong by one
 * form alone: a range that cannot be read has no bytes to compare.
 */
final class FragmentForms {
  private static final Pattern WELL_FORMED =
      Pattern.compile("(?i)bytes \\d{1,18}-\\d{1,18}/\\d{1,18}");
  private static final Fit NO_FRAGMENT = Fit.unknown("it is no FRAGMENT");
  private static final Fit NOT_READABLE = Fit.unknown("its Content-Range says nothing");

  private final Recording recording;
  private final List<Recorded> requests;
  private final int index;
  private final Recorded request;
  private final Optional<SentRange> range;
  private final long size;

  FragmentForms(Recording recording, int index) {
    this.recording = recording;
    this.requests = recording.requests();
    this.index = index;
    this.request = requests.get(index);
    this.range = SentRange.of(request);
    this.size = recording.file().size();
  }

  private boolean isFragment() {
    return request.kind() == RequestKind.FRAGMENT;
  }

  /** Form {@code range}. */
  Fit range() {
    if (!isFragment() || size == 0) {
      return NO_FRAGMENT;
    }
    List<String> values = request.exchange().request().headers().all(Bits.CONTENT_RANGE);
    if (values.size() != 1 || !WELL_FORMED.matcher(values.get(0)).matches()) {
      return Tests.wrong(request, Bits.CONTENT_RANGE + ": " + Tests.quoted(values));
    }
    SentRange said = range.orElseThrow();
    if (said.first() > said.last() || said.last() >= said.total()) {
      return Tests.wrong(
          request, "'" + values.get(0) + "': zero-based offsets, both inclusive, do not go so far");
    }
    if (isEndExclusive(said)) {
      return Tests.wrong(
          request,
          "'" + values.get(0) + "' with " + request.bodyBytes() + " bytes: the end is inclusive");
    }
    boolean right = said.total() == size || FileEvents.grown(requests, index);
    return Tests.unless(
        right || isOtherTotal(said),
        request,
        "'" + values.get(0) + "' of a file of " + size + " bytes");
  }

  /** One byte too few, and more to come: the end is meant exclusively. */
  private boolean isEndExclusive(SentRange said) {
    return canCompareLength()
        && request.bodyBytes() > 0
        && request.bodyBytes() == said.length() - 1
        && said.last() < size - 1;
  }

  /** The body came as its Content-Length said, so that the range may be held against it. */
  private boolean canCompareLength() {
    return Lengths.isComplete(request) && Lengths.isPlain(request);
  }

  /** Form {@code same-total}. */
  Fit sameTotal() {
    if (!isFragment()) {
      return NO_FRAGMENT;
    }
    if (range.isEmpty() || range.get().total() < 0) {
      return NOT_READABLE;
    }
    return Tests.unless(
        !isOtherTotal(range.get()),
        request,
        "total " + range.get().total() + " instead of " + firstTotal().orElse(-1L));
  }

  /**
   * Where the first one was wrong already, that is what is wrong about all of them; and so it is
   * where the total is nothing but the fragment's own end.
   */
  private boolean isOtherTotal(SentRange said) {
    boolean ownEnd = said.total() == said.last() + 1 && !FileEvents.grown(requests, index);
    return !ownEnd
        && firstTotal().filter(total -> total == size && total != said.total()).isPresent();
  }

  /** What the first fragment of the session said. */
  private Optional<Long> firstTotal() {
    Optional<Long> first = Optional.empty();
    for (Recorded before : requests.subList(0, index)) {
      if (before.kind() == RequestKind.CREATE_SESSION) {
        first = Optional.empty();
      } else if (first.isEmpty()) {
        first = SentRange.of(before).map(SentRange::total).filter(total -> total >= 0);
      }
    }
    return first;
  }

  /** Form {@code body-of-file}. */
  Fit bodyOfFile() {
    if (!isFragment()) {
      return NO_FRAGMENT;
    }
    boolean coded = request.exchange().request().headers().has("Content-Encoding");
    if (range.isEmpty()
        || range.get().first() > range.get().last()
        || range.get().last() >= size
        || isEndExclusive(range.get())) {
      return NOT_READABLE;
    }
    if (!canCompareLength() || coded || FileEvents.changed(requests, index)) {
      return Fit.unknown("its body is not to be compared with the file");
    }
    SentRange said = range.get();
    if (request.bodyBytes() != said.length()) {
      return Tests.wrong(request, request.bodyBytes() + " bytes for a range of " + said.length());
    }
    if (request.likeFile() != null) {
      return Tests.unless(request.likeFile(), request, "other bytes than the file's");
    }
    byte[] body = request.exchange().request().body();
    int difference = Arrays.mismatch(body, recording.file().bytes(said.first(), said.last()));
    return Tests.unless(
        difference < 0,
        request,
        "other bytes than the file's from offset " + (said.first() + difference) + " on");
  }

  /**
   * Form {@code starts-where-asked}.
   *
   * @param asked of the same recording, at any request
   */
  Fit startsWhereAsked(AskedOffsets asked) {
    if (!isFragment()) {
      return NO_FRAGMENT;
    }
    if (range.isEmpty()) {
      return NOT_READABLE;
    }
    asked.goBefore(index);
    GivenSessions sessions = GivenSessions.before(requests, index);
    boolean ownSession =
        request.exchange().request().headers().all(Bits.SESSION_ID).stream()
            .allMatch(sessions::holds);
    if (!asked.isKnown() || !ownSession || request.overlapping()) {
      return Fit.unknown("no offset was asked for");
    }
    return Tests.unless(
        asked.holds(range.get().first()),
        request,
        "starts at " + range.get().first() + " where " + asked.describe() + " was asked for");
  }

  /** Test {@code from}. */
  Fit startsAt(long offset) {
    if (!isFragment()) {
      return Tests.wrong(request, "carries nothing from " + offset);
    }
    if (range.isEmpty()) {
      return NOT_READABLE;
    }
    return Tests.unless(range.get().first() == offset, request, "starts at " + range.get().first());
  }

  /** Test {@code bytes}. */
  Fit carries(long least, long most) {
    if (!isFragment()) {
      return Tests.wrong(request, "carries no data");
    }
    long length = length(request);
    return Tests.unless(least <= length && length <= most, request, "carries " + length + " bytes");
  }

  /** Test {@code smaller-than-before}. */
  Fit smallerThanBefore() {
    if (!isFragment()) {
      return Tests.wrong(request, "carries no data");
    }
    Recorded before = null;
    for (Recorded other : requests.subList(0, index)) {
      before = other.kind() == RequestKind.FRAGMENT ? other : before;
    }
    if (before == null) {
      return Fit.unknown("no FRAGMENT came before it");
    }
    return Tests.unless(
        length(request) < length(before),
        request,
        "carries " + length(request) + " bytes, as the one before " + length(before));
  }

  /** What it means to carry: one that was cut has fewer bytes than it says. */
  private static long length(Recorded fragment) {
    return Lengths.isComplete(fragment)
        ? fragment.bodyBytes()
        : SentRange.of(fragment).map(SentRange::length).orElse(fragment.bodyBytes());
  }
}
