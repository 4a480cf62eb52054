package org.bitstck.play.server.application;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** The part of the application in one scenario, and what it was told. Thread-safe. */
public final class Script {
  private final Predicate<String> urls;
  private final Predicate<byte[]> contents;
  private final Boolean byReference;
  private final List<Reaction> reactions;
  private final IntSupplier numbers;
  private final long startNanos;
  private final List<NotificationVisit> visits = new ArrayList<>();
  private String trouble;
  private boolean ended;

  /**
   * @param urls whether a URL, however it is written, is one of the scenario's destinations
   * @param contents whether bytes are those of one of the scenario's files, for notifications that
   *     name no such URL
   * @param byReference whether the reply goes into the file that a notification names; null means
   *     where one names a file and carries nothing
   * @param reactions in order; the last one is shown again and again
   * @param numbers gives numbers to exchanges
   * @param startNanos of the scenario, in {@link System#nanoTime}
   */
  public Script(
      Predicate<String> urls,
      Predicate<byte[]> contents,
      Boolean byReference,
      List<Reaction> reactions,
      IntSupplier numbers,
      long startNanos) {
    this.urls = urls;
    this.contents = contents;
    this.byReference = byReference;
    this.reactions = List.copyOf(reactions);
    this.numbers = numbers;
    this.startNanos = startNanos;
  }

  boolean isAboutUrl(String url) {
    return urls.test(url);
  }

  boolean isAboutContent(byte[] bytes) {
    return bytes.length > 0 && contents.test(bytes);
  }

  /** Whether the reply goes into a file. */
  boolean isByReference(boolean named) {
    return byReference == null ? named : byReference;
  }

  long startNanos() {
    return startNanos;
  }

  /** A notification has come; returns its number among the scenario's exchanges. */
  synchronized int enter(NotificationVisit visit) {
    visits.add(visit);
    notifyAll();
    return numbers.getAsInt();
  }

  /** What is to be done about a notification that has entered. */
  synchronized Reaction reaction(NotificationVisit visit) {
    return reaction(visits.indexOf(visit));
  }

  /** What will be done about the next notification. */
  public synchronized Reaction next() {
    return reaction(visits.size());
  }

  private Reaction reaction(int number) {
    return reactions.get(Math.min(number, reactions.size() - 1));
  }

  /** A notification is over. */
  synchronized void over() {
    notifyAll();
  }

  /** The application could not do its part, so that nothing behind it says anything. */
  synchronized void trouble(String what) {
    trouble = trouble == null ? what : trouble;
  }

  /** Why the application could not do its part; null if it could. */
  public synchronized String trouble() {
    return trouble;
  }

  /** What came so far, in order. */
  public List<Notification> notifications() {
    List<NotificationVisit> all;
    synchronized (this) {
      all = List.copyOf(visits);
    }
    return all.stream().map(NotificationVisit::recorded).toList();
  }

  /**
   * Waits until so many have come and all are over; no longer than the time given.
   *
   * @return false if time was over first
   */
  public synchronized boolean await(int count, long nanos) {
    long until = System.nanoTime() + nanos;
    while (visits.size() < count || !visits.stream().allMatch(NotificationVisit::isOver)) {
      if (!pause(until)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Lets time pass; less if the scenario ends.
   *
   * @return false if it has ended
   */
  synchronized boolean sleep(long nanos) {
    long until = System.nanoTime() + nanos;
    while (!ended && pause(until)) {
      // woken for somebody else
    }
    return !ended;
  }

  /** Waits for a change; false if that time is over. */
  private boolean pause(long untilNanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
    if (millis <= 0) {
      return false;
    }
    try {
      wait(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The scenario has ended: what still waits is let go. */
  public void end() {
    List<NotificationVisit> all;
    synchronized (this) {
      ended = true;
      notifyAll();
      all = List.copyOf(visits);
    }
    all.stream().filter(visit -> !visit.isOver()).forEach(NotificationVisit::hangUp);
  }
}
